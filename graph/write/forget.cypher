// Removes a person with all that is said of them, the entity itself left for the sums to find.
// $rows: [{id, keys, natural, articles}]
UNWIND $rows AS row
MATCH (:Entity {id: row.id})<-[:OF]-(mention:Mention)
DETACH DELETE mention;

UNWIND $rows AS row
MATCH (:Entity {id: row.id})<-[:SUBJECT]-(claim:Claim)
DETACH DELETE claim;

UNWIND $rows AS row
MATCH (:Entity {id: row.id})<-[:OBJECT]-(claim:Claim)
DETACH DELETE claim;

UNWIND $rows AS row
MATCH (claim:RejectedClaim)
WHERE claim.subjectKey IN row.keys OR claim.objectKey IN row.keys
DETACH DELETE claim;

UNWIND $rows AS row
MATCH (claim:ClosedClaim)
WHERE claim.subjectKey IN row.keys OR claim.objectKey IN row.keys OR row.id IN [claim.subject, claim.object]
  OR (claim.article IN row.articles AND (claim.subjectKey IN row.natural OR claim.objectKey IN row.natural))
DETACH DELETE claim;

UNWIND $rows AS row
MATCH (article:ClosedArticle)
WHERE row.id IN article.entities
SET article.entities = [id IN article.entities WHERE id <> row.id];

UNWIND $rows AS row
MATCH (:Entity {id: row.id})<-[names:MENTIONS]-(:Article)
DELETE names
