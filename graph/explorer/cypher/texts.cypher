// Texts of articles, for searching them. In parts: those behind an id.
// $after: id of the last one had, '' for the first; $rows: how many at most
MATCH (article:Article)
WHERE article.id > $after
RETURN
  article.id AS id,
  article.title AS title,
  article.published AS published,
  article.source AS source,
  article.run AS run,
  article.text AS text
ORDER BY id
LIMIT $rows
