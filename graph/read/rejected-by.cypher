// Reads the claims that corrections reject, in the order of their articles and of the words in them.
// $ids: ids of corrections
MATCH (claim:RejectedClaim)
WHERE claim.correction IN $ids
MATCH (claim)-[:SAID_IN]->(article:Article)
RETURN
  claim.correction AS correction,
  claim.type AS type,
  claim.sentence AS sentence,
  article.id AS article,
  article.title AS title,
  article.published AS published
ORDER BY coalesce(article.published, ''), article.id, claim.start, type
