// All articles, without their texts. In parts: those behind an id.
// $after: id of the last one had, '' for the first; $rows: how many at most
MATCH (article:Article)
WHERE article.id > $after
RETURN
  article.id AS id,
  article.title AS title,
  article.published AS published,
  article.source AS source
ORDER BY id
LIMIT $rows
