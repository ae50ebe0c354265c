// Reads under which keys articles name entities or say something of them, and which entities these stand for.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (:Article {id: row.id})-[names:MENTIONS]->(entity:Entity)
RETURN names.key AS key, entity.id AS id
UNION
UNWIND $rows AS row
MATCH (:Article {id: row.id})-[:CLAIMS]->(claim:Claim)-[:SUBJECT]->(entity:Entity)
RETURN claim.subjectKey AS key, entity.id AS id
UNION
UNWIND $rows AS row
MATCH (:Article {id: row.id})-[:CLAIMS]->(claim:Claim)-[:OBJECT]->(entity:Entity)
RETURN claim.objectKey AS key, entity.id AS id
