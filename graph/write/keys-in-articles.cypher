// Reads in which articles entities of some names are named, and under which keys.
// $rows: [{words}], one, `words` folded
UNWIND $rows AS row
MATCH (entity:Entity)
WHERE any(word IN row.words WHERE word IN entity.forms)
MATCH (entity)<-[names:MENTIONS]-(article:Article)
RETURN
  article.id AS article,
  article.url AS url,
  article.title AS title,
  article.published AS published,
  names.key AS key,
  names.name AS name,
  entity.id AS entity
