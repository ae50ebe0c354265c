// Reads the relationships of facts, as they were written last.
// $rows: [{fact, type, from, to}]
UNWIND $rows AS row
MATCH (subject:Entity {id: row.from})
MATCH (object:Entity {id: row.to})
MATCH (subject)-[fact]->(object)
WHERE type(fact) = row.type
RETURN row.fact AS fact, properties(fact) AS properties
