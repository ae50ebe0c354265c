// What an article claims, in the order of its text.
// $id: the article's
MATCH (article:Article {id: $id})-[:CLAIMS]->(claim:Claim)-[:SUBJECT]->(subject:Entity)
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
ORDER BY claim.start, claim.type, subject, object
