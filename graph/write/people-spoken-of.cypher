// Reads where articles name people other than one.
// $rows: [{article, id}]
UNWIND $rows AS row
MATCH (article:Article {id: row.article})<-[:`IN`]-(mention:Mention)
MATCH (mention)-[:OF]->(person:Person)
WHERE person.id <> row.id
RETURN article.id AS article, mention.start AS start, mention.end AS end
