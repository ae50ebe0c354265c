// Reads the numbers that articles, as they are, gave at a moment.
// $at: ISO datetime
MATCH (article:Article)-[:STATES]->(count:StatedCount)
WHERE article.knownFrom <= datetime($at) AND count.knownFrom <= datetime($at)
RETURN article.id AS article, properties(count) AS count
