// Reads what articles claim of people. All types, as Neo4j would begin at all claims of a type that is asked for.
// $rows: [{key, entity}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.entity})
MATCH (entity)<-[:SUBJECT]-(claim:Claim)
WHERE claim.subjectKey = row.key
MATCH (claim)<-[:CLAIMS]-(article:Article)
RETURN row.key AS key, article.id AS article, claim.type AS type, claim.objectKey AS at, claim.role AS role
