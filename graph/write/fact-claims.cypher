// Reads the claims of facts.
// $rows: [{fact}]
UNWIND $rows AS row
MATCH (article:Article)-[:CLAIMS]->(claim:Claim {fact: row.fact})
RETURN
  claim.fact AS fact,
  article.id AS article,
  article.published AS published,
  claim.since AS since,
  claim.until AS until,
  claim.sinceValue AS sinceValue,
  claim.untilValue AS untilValue,
  claim.status AS status,
  claim.role AS role,
  claim.confidence AS confidence,
  claim.start AS start
