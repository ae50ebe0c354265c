// COUNTED_IN: in which municipality of a year a unit lies; `whole` is false where only some of its land does.
// $rows: [{from, to, boundaries, whole}]
UNWIND $rows AS row
MATCH (unit:Entity {id: row.from})
MATCH (holder:Entity {id: row.to})
MERGE (unit)-[counted:COUNTED_IN {boundaries: row.boundaries}]->(holder)
SET counted.whole = row.whole
