// What articles say of a municipality and a project.
// $municipalities: ids of a municipality or of the units that make it; $project: id
UNWIND $municipalities AS municipality
MATCH (subject:Entity {id: municipality})<-[:SUBJECT]-(claim:Claim {type: 'PARTICIPATES_IN'})-[:OBJECT]->(object:Entity)
WHERE object.id = $project
MATCH (article:Article)-[:CLAIMS]->(claim)
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
LIMIT 200
