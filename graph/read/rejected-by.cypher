// Reads the claims that corrections reject, in the order of their articles and of the words in them.
// $ids: ids of corrections
MATCH (claim:RejectedClaim)
WHERE claim.correction IN $ids
MATCH (claim)-[:SAID_IN]->(article:Article)
OPTIONAL MATCH (article)-[subject:MENTIONS]->(:Entity)
WHERE subject.key = claim.subjectKey
OPTIONAL MATCH (article)-[object:MENTIONS]->(:Entity)
WHERE object.key = claim.objectKey
RETURN
  claim.correction AS correction,
  coalesce(subject.name, claim.subjectKey) AS subject,
  claim.type AS type,
  coalesce(object.name, claim.objectKey) AS object,
  claim.sentence AS sentence,
  article.id AS article,
  article.title AS title,
  article.published AS published
ORDER BY coalesce(article.published, ''), article.id, claim.start, type
