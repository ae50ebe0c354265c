// Reads what is at the other ends of the claims about an entity, and the keys of those that are claimed to be its.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (:Entity {id: row.id})<-[:SUBJECT]-(claim:Claim)-[:OBJECT]->(other:Entity)
RETURN DISTINCT other.id AS id, null AS subjectKey
UNION
UNWIND $rows AS row
MATCH (:Entity {id: row.id})<-[:OBJECT]-(claim:Claim)-[:SUBJECT]->(other:Entity)
RETURN DISTINCT other.id AS id, claim.subjectKey AS subjectKey
