// Reads what articles claimed at a moment.
// $at: ISO datetime
MATCH (article:Article)-[:CLAIMS]->(claim:Claim)-[:SUBJECT]->(subject:Entity)
WHERE claim.knownFrom <= datetime($at)
OPTIONAL MATCH (claim)-[:OBJECT]->(object:Entity)
RETURN
  claim.id AS id,
  article.id AS article,
  properties(claim) AS claim,
  subject.name AS subject,
  labels(subject) AS subjectLabels,
  subject.type AS subjectType,
  object.name AS object,
  labels(object) AS objectLabels,
  object.type AS objectType
UNION ALL
MATCH (claim:ClosedClaim)
WHERE claim.knownFrom <= datetime($at) AND claim.knownUntil > datetime($at)
OPTIONAL MATCH (subject:Entity {id: claim.subject})
OPTIONAL MATCH (object:Entity {id: claim.object})
RETURN
  claim.claim AS id,
  claim.article AS article,
  properties(claim) AS claim,
  claim.subjectName AS subject,
  [claim.subjectKind] AS subjectLabels,
  subject.type AS subjectType,
  claim.objectName AS object,
  [claim.objectKind] AS objectLabels,
  object.type AS objectType
