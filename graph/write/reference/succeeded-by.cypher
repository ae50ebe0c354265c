// SUCCEEDED_BY: what came after a unit on the same land, where both are in the graph.
// $rows: [{from, to, on}]
UNWIND $rows AS row
MATCH (before:Entity {id: row.from})
MATCH (after:Entity {id: row.to})
MERGE (before)-[step:SUCCEEDED_BY]->(after)
SET step.on = date(row.on)
