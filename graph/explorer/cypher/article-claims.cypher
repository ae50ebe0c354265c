// What an article claims, in the order of its text.
// $id: the article's
MATCH (article:Article {id: $id})-[:CLAIMS]->(claim:Claim)
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
ORDER BY claim.start, claim.type, claim.fact, claim.id
