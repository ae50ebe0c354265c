// Reads which articles name an entity, under which keys, and what they call it.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
MATCH (entity)<-[names:MENTIONS]-(article:Article)
RETURN
  article.id AS article,
  article.url AS url,
  entity.id AS id,
  labels(entity) AS labels,
  names.key AS key,
  names.name AS name,
  names.aliases AS aliases,
  names.gender AS gender
