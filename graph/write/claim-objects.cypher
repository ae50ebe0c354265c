// OBJECT: to whom or what a claim relates its subject.
// $rows: [{id, to}]
UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})
MATCH (object:Entity {id: row.to})
CREATE (claim)-[:OBJECT]->(object)
