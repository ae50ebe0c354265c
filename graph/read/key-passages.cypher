// Reads the first passage of each article that names something under keys.
// $rows: [{key, entity}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.entity})
MATCH (entity)<-[:OF]-(mention:Mention)
WHERE mention.key = row.key
MATCH (mention)-[:`IN`]->(article:Article)
RETURN
  row.key AS key,
  article.id AS article,
  article.title AS title,
  article.published AS published,
  mention.start AS start,
  mention.sentence AS sentence
ORDER BY key, article, start
