// Reference: says which reference data the graph holds.
// $rows: [{id, hash}]
UNWIND $rows AS row
MERGE (mark:Reference {id: row.id})
SET mark.hash = row.hash
