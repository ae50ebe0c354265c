// Reads the versions of articles that runs brought or closed.
// $first, $last: ids of runs, both included
MATCH (article:Article)
WHERE article.run >= $first AND article.run <= $last
RETURN
  article.id AS id,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  article.run AS run,
  null AS closedBy
UNION ALL
MATCH (closed:ClosedArticle)
WHERE (closed.run >= $first AND closed.run <= $last) OR (closed.closedBy >= $first AND closed.closedBy <= $last)
RETURN
  closed.article AS id,
  closed.title AS title,
  closed.published AS published,
  closed.url AS url,
  closed.run AS run,
  closed.closedBy AS closedBy
