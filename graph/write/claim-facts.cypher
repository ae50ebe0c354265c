// Claims: sets which fact they claim.
// $rows: [{id, fact}]
UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})
SET claim.fact = row.fact
