// The articles published last.
MATCH (article:Article)
WHERE article.publishedOn IS NOT NULL
RETURN article.id AS id, article.title AS title, article.published AS published, article.source AS source
ORDER BY article.publishedOn DESC, title
LIMIT 8
