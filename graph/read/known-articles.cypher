// Reads the articles that were known at a moment, each in its version of then. Only the present version has a text.
// $at: ISO datetime
MATCH (article:Article)
WHERE article.knownFrom <= datetime($at)
RETURN article.id AS id, properties(article) AS properties, [] AS entities, true AS present
UNION ALL
MATCH (article:ClosedArticle)
WHERE article.knownFrom <= datetime($at) AND article.knownUntil > datetime($at)
RETURN article.article AS id, properties(article) AS properties, article.entities AS entities, false AS present
