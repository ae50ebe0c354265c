// Removes corrections that are followed no more.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (correction:Correction {id: row.id})
DETACH DELETE correction
