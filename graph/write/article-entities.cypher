// Reads which entities articles name or say something of.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (:Article {id: row.id})-[:MENTIONS]->(entity:Entity)
RETURN entity.id AS id
UNION
UNWIND $rows AS row
MATCH (:Article {id: row.id})-[:CLAIMS]->(:Claim)-[:SUBJECT]->(entity:Entity)
RETURN entity.id AS id
UNION
UNWIND $rows AS row
MATCH (:Article {id: row.id})-[:CLAIMS]->(:Claim)-[:OBJECT]->(entity:Entity)
RETURN entity.id AS id
