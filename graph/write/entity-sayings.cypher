// Reads what each article says of entities. Two MATCHes, so that each store begins at the entity.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
MATCH (entity)<-[names:MENTIONS]-(article:Article)
RETURN
  entity.id AS id,
  article.id AS article,
  article.published AS published,
  article.story AS story,
  names.key AS key,
  names.count AS count,
  properties(names) AS says
