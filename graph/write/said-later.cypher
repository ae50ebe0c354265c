// Reads of which entities a later article tells a property than at some time, as entity-sayings.cypher gives it. One is enough.
// $rows: [{id, what, time}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
WHERE EXISTS {
  MATCH (entity)<-[names:MENTIONS]-(article:Article)
  WHERE names[row.what] IS NOT NULL AND coalesce(article.published, '') + ' ' + article.id > row.time
}
RETURN row.id AS id, row.what AS what, row.time AS time
