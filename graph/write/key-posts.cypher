// Reads which posts articles give to people.
// $rows: [{key, entity}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.entity})
WITH row, entity
MATCH (entity)<-[:SUBJECT]-(claim:Claim)
WITH row, claim
WHERE claim.subjectKey = row.key AND claim.type IN ['HEADS', 'WORKS_AT']
MATCH (claim)<-[:CLAIMS]-(article:Article)
RETURN row.key AS key, article.id AS article, claim.objectKey AS at, claim.role AS role
