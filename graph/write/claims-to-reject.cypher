// Reads the claims that a new correction may reject.
// $rows: [{type, subject}], `subject` folded
UNWIND $rows AS row
MATCH (claim:Claim {type: row.type})
MATCH (claim)-[:SUBJECT]->(subject:Entity)
WHERE row.subject IN subject.forms
RETURN claim.id AS id
