// Reads all claims of facts, with those that are closed.
// $facts: list of facts
UNWIND $facts AS fact
MATCH (claim:Claim {fact: fact})
MATCH (claim)<-[:CLAIMS]-(article:Article)
MATCH (claim)-[:SUBJECT]->(subject:Entity)
OPTIONAL MATCH (claim)-[:OBJECT]->(object:Entity)
RETURN
  properties(claim) AS claim,
  subject.name AS subject,
  object.name AS object,
  article.id AS article,
  article.story AS story,
  article.title AS title,
  article.published AS published,
  article.url AS url
UNION ALL
UNWIND $facts AS fact
MATCH (claim:ClosedClaim {fact: fact})
MATCH (claim)<-[:CLAIMED]-(article:ClosedArticle)
RETURN
  properties(claim) AS claim,
  claim.subjectName AS subject,
  claim.objectName AS object,
  claim.article AS article,
  claim.article AS story,
  article.title AS title,
  article.published AS published,
  article.url AS url
