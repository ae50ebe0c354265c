// Reads what each article says under keys.
// $rows: [{key, entity}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.entity})
MATCH (entity)<-[names:MENTIONS]-(article:Article)
WHERE names.key = row.key
RETURN row.key AS key, article.id AS article, article.published AS published, properties(names) AS says
