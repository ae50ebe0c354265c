// Reads which entities articles named that were closed since.
// $first: id of a run; they were known just before it
MATCH (article:ClosedArticle)
WHERE article.run < $first AND article.closedBy >= $first
UNWIND article.entities AS id
RETURN DISTINCT id
