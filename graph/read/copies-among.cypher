// Reads which articles are copies, and of which.
// $ids: list
UNWIND $ids AS id
MATCH (article:Article {id: id})-[:COPY_OF]->(original:Article)
RETURN article.id AS id, article.title AS title, original.id AS original
ORDER BY original, id
