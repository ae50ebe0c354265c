// Claims about an entity; the latest article first.
// $id: its id; $rows: how many at most
MATCH (entity:Entity {id: $id})<-[:SUBJECT|OBJECT]-(claim:Claim)
MATCH (article:Article)-[:CLAIMS]->(claim)
WITH DISTINCT claim, article
ORDER BY coalesce(article.published, '') DESC, article.id, claim.start
LIMIT $rows
MATCH (claim)-[:SUBJECT]->(subject:Entity)
OPTIONAL MATCH (claim)-[:OBJECT]->(object:Entity)
RETURN
  properties(claim) AS claim,
  article.id AS article,
  article.title AS title,
  article.published AS published,
  article.source AS source,
  subject.id AS subject,
  subject.name AS subjectName,
  labels(subject) AS subjectLabels,
  subject.type AS subjectType,
  object.id AS object,
  object.name AS objectName,
  labels(object) AS objectLabels,
  object.type AS objectType
ORDER BY coalesce(published, '') DESC, article, claim.start
