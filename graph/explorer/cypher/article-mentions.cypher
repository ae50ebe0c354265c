// Whom and what an article names, and where.
// $id: the article's
MATCH (article:Article {id: $id})<-[:`IN`]-(mention:Mention)-[:OF]->(entity:Entity)
RETURN
  mention.start AS start,
  mention.end AS end,
  mention.rule AS rule,
  mention.confidence AS confidence,
  entity.id AS id,
  entity.name AS name,
  CASE
    WHEN entity:Person THEN 'person'
    WHEN entity:Municipality THEN 'municipality'
    WHEN entity:Project THEN 'project'
    WHEN entity:Event THEN 'event'
    WHEN entity:Date THEN 'date'
    ELSE 'institution'
  END AS kind,
  entity.type AS type
ORDER BY start, end DESC, id
