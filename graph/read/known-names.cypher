// Reads what articles, as they are, said of entities at a moment.
// $at: ISO datetime
MATCH (article:Article)-[names:MENTIONS]->(entity:Entity)
WHERE article.knownFrom <= datetime($at) AND names.knownFrom <= datetime($at)
RETURN article.id AS article, labels(entity) AS labels, properties(names) AS says
