// Reads which reference data the graph holds.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (mark:Reference {id: row.id})
RETURN mark.hash AS hash
