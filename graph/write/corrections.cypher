// Corrections: keeps which are followed.
// $rows: [{id, action, names, because}]
UNWIND $rows AS row
MERGE (correction:Correction {id: row.id})
SET correction.action = row.action, correction.names = row.names, correction.because = row.because
