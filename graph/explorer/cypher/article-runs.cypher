// Which run brought each article as it is. In parts: those behind an id.
// $after: id of the last one had, '' for the first; $rows: how many at most
MATCH (article:Article)
WHERE article.id > $after
RETURN article.id AS id, article.run AS run
ORDER BY id
LIMIT $rows
