// Reads what each article says of entities.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (article:Article)-[names:MENTIONS]->(entity:Entity {id: row.id})
RETURN entity.id AS id, article.id AS article, article.published AS published, properties(names) AS says
