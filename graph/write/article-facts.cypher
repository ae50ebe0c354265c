// Reads which facts articles claim. A claim without an object is no fact between two entities.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (:Article {id: row.id})-[:CLAIMS]->(claim:Claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
RETURN DISTINCT claim.fact AS fact, claim.type AS type, subject.id AS from, object.id AS to
