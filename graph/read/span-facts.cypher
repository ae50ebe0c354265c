// Reads which facts runs touched: what they brought and what they closed.
// $first, $last: ids of runs, both included
MATCH (claim:Claim)
WHERE claim.run >= $first AND claim.run <= $last
RETURN claim.fact AS fact, claim.type AS type, claim.subjectKey AS subjectKey, claim.objectKey AS objectKey
UNION
MATCH (closed:ClosedClaim)
WHERE (closed.closedBy >= $first AND closed.closedBy <= $last) OR (closed.run >= $first AND closed.run <= $last)
RETURN closed.fact AS fact, closed.type AS type, closed.subjectKey AS subjectKey, closed.objectKey AS objectKey
