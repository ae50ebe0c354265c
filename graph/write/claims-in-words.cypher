// Reads claims with what their article calls their ends. No label says again what CLAIMS comes from: the embedded store would
// begin what follows at all articles.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)<-[:CLAIMS]-(article)
OPTIONAL MATCH (claim)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (article)-[named:MENTIONS]->(subject)
WHERE named.key = claim.subjectKey
OPTIONAL MATCH (article)-[other:MENTIONS]->(object)
WHERE other.key = claim.objectKey
RETURN DISTINCT
  claim.id AS id,
  claim.type AS type,
  claim.subjectKey AS subjectKey,
  claim.objectKey AS objectKey,
  subject.id AS from,
  labels(subject) AS fromLabels,
  coalesce(named.name, subject.name) AS fromName,
  object.id AS to,
  labels(object) AS toLabels,
  coalesce(other.name, object.name) AS toName,
  article.id AS article,
  article.url AS url,
  article.title AS title
