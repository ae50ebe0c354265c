// Claims about an entity; the latest article first.
// $id: its id; $rows: how many at most
MATCH (entity:Entity {id: $id})<-[:SUBJECT|OBJECT]-(claim:Claim)<-[:CLAIMS]-(article:Article)
WITH DISTINCT claim, article
ORDER BY coalesce(article.published, '') DESC, article.id, claim.start, claim.id
LIMIT $rows
RETURN
  properties(claim) AS claim,
  article.id AS article,
  article.title AS title,
  article.published AS published,
  article.source AS source,
  head([(claim)-[:SUBJECT]->(who:Entity) | {id: who.id, name: who.name, type: who.type, labels: labels(who)}]) AS subject,
  head([(claim)-[:OBJECT]->(whom:Entity) | {id: whom.id, name: whom.name, type: whom.type, labels: labels(whom)}]) AS object
ORDER BY coalesce(published, '') DESC, article, claim.start, claim.id
