// Reads the claims of facts. Two MATCHes, so that each store begins at the claim, of which there are few.
// $rows: [{fact}]
UNWIND $rows AS row
MATCH (claim:Claim {fact: row.fact})
MATCH (claim)<-[:CLAIMS]-(article:Article)
RETURN
  claim.fact AS fact,
  article.id AS article,
  article.published AS published,
  article.story AS story,
  claim.since AS since,
  claim.until AS until,
  claim.sinceValue AS sinceValue,
  claim.untilValue AS untilValue,
  claim.status AS status,
  claim.role AS role,
  claim.confidence AS confidence,
  claim.start AS start
