// Reads whom else some articles name, and where others are named by some names.
// $rows: [{id, articles, forms}], one, `forms` folded
UNWIND $rows AS row
UNWIND row.articles AS id
MATCH (article:Article {id: id})-[names:MENTIONS]->(entity:Entity)
WHERE entity.id <> row.id
RETURN
  article.id AS article,
  article.url AS url,
  entity.id AS id,
  labels(entity) AS labels,
  names.key AS key,
  names.name AS name,
  names.aliases AS aliases,
  names.gender AS gender
UNION
UNWIND $rows AS row
MATCH (entity:Entity)
WHERE entity.id <> row.id AND any(form IN entity.forms WHERE form IN row.forms)
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
