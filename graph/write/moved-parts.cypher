// Reads which projects are part of some.
// $rows: [{from}]
UNWIND $rows AS row
MATCH (:Project {id: row.from})<-[:PART_OF]-(part:Project)
RETURN DISTINCT part.id AS id
