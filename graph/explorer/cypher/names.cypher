// Names of entities, for finding them as one types. In parts: those behind an id.
// $after: id of the last one had, '' for the first; $rows: how many at most
MATCH (entity:Entity)
WHERE entity.id > $after AND entity.forms IS NOT NULL
RETURN
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
  entity.type AS type,
  entity.sortKey AS sortKey,
  entity.number AS number,
  entity.aliases AS aliases,
  entity.forms AS forms,
  COUNT { (entity)<-[:MENTIONS]-(:Article) } AS articles
ORDER BY id
LIMIT $rows
