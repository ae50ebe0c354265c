// Reads what each article says under keys, of that what identity goes by (identity/telling.ts).
// $rows: [{key, entity}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.entity})
MATCH (entity)<-[names:MENTIONS]-(article:Article)
WHERE names.key = row.key
RETURN
  row.key AS key,
  article.id AS article,
  article.published AS published,
  names {.name, .aliases, .confidence, .gender, .type, .number, .owner, .position, .institution} AS says
