// What an article claims, in the order of its text.
// $id: the article's
MATCH (article:Article {id: $id})-[:CLAIMS]->(claim:Claim)
RETURN
  properties(claim) AS claim,
  article.id AS article,
  article.title AS title,
  article.published AS published,
  article.source AS source,
  head([(claim)-[:SUBJECT]->(who:Entity) | {id: who.id, name: who.name, type: who.type, labels: labels(who)}]) AS subject,
  head([(claim)-[:OBJECT]->(whom:Entity) | {id: whom.id, name: whom.name, type: whom.type, labels: labels(whom)}]) AS object
ORDER BY claim.start, claim.type, claim.fact, claim.id
