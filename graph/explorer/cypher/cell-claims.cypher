// What articles say of a municipality and a project.
// $municipalities: ids of a municipality or of the units that make it; $project: id
UNWIND $municipalities AS municipality
MATCH (member:Entity {id: municipality})<-[:SUBJECT]-(claim:Claim {type: 'PARTICIPATES_IN'})-[:OBJECT]->(project:Entity)
WHERE project.id = $project
MATCH (claim)<-[:CLAIMS]-(article:Article)
RETURN
  claim {
    .id, .type, .fact, .role, .status, .sinceValue, .untilValue, .confidence,
    .rule, .sentence, .start, .end, .evidence
  } AS claim,
  article.id AS article,
  article.title AS title,
  article.published AS published,
  article.source AS source,
  head([(claim)-[:SUBJECT]->(who:Entity) | {
    id: who.id, name: who.name, type: who.type,
    kind: CASE
      WHEN who:Person THEN 'person'
      WHEN who:Municipality THEN 'municipality'
      WHEN who:Project THEN 'project'
      WHEN who:Event THEN 'event'
      WHEN who:Date THEN 'date'
      ELSE 'institution'
    END
  }]) AS subject,
  head([(claim)-[:OBJECT]->(whom:Entity) | {
    id: whom.id, name: whom.name, type: whom.type,
    kind: CASE
      WHEN whom:Person THEN 'person'
      WHEN whom:Municipality THEN 'municipality'
      WHEN whom:Project THEN 'project'
      WHEN whom:Event THEN 'event'
      WHEN whom:Date THEN 'date'
      ELSE 'institution'
    END
  }]) AS object
ORDER BY coalesce(published, '') DESC, article, claim.start, claim.id
LIMIT 200
