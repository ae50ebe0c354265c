// Reads the claims that corrections reject.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (claim:RejectedClaim)
WHERE claim.correction = row.id
RETURN claim.id AS id, claim.type AS type, claim.subjectKey AS subjectKey, claim.objectKey AS objectKey
