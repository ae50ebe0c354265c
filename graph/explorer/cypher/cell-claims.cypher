// What articles say of a municipality and a project.
// $municipalities: ids of a municipality or of the units that make it; $project: id
UNWIND $municipalities AS municipality
MATCH (member:Entity {id: municipality})<-[:SUBJECT]-(claim:Claim {type: 'PARTICIPATES_IN'})-[:OBJECT]->(project:Entity)
WHERE project.id = $project
MATCH (claim)<-[:CLAIMS]-(article:Article)
RETURN
  properties(claim) AS claim,
  article.id AS article,
  article.title AS title,
  article.published AS published,
  article.source AS source,
  head([(claim)-[:SUBJECT]->(who:Entity) | {id: who.id, name: who.name, type: who.type, labels: labels(who)}]) AS subject,
  head([(claim)-[:OBJECT]->(whom:Entity) | {id: whom.id, name: whom.name, type: whom.type, labels: labels(whom)}]) AS object
ORDER BY coalesce(published, '') DESC, article, claim.start, claim.id
LIMIT 200
