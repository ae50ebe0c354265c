// Reads which articles use keys that a correction made.
// $rows: [{id, end}], `id` of the correction's block, `end` of these keys
UNWIND $rows AS row
MATCH (block:Block {id: row.id})
MATCH (block)<-[:IN_BLOCK]-(key:Key)
WHERE key.id ENDS WITH row.end
MATCH (entity:Entity {id: key.entity})
MATCH (entity)<-[names:MENTIONS]-(article:Article)
WHERE names.key = key.id
RETURN
  article.id AS article,
  article.url AS url,
  article.title AS title,
  article.published AS published,
  key.id AS key,
  names.name AS name,
  entity.id AS entity
