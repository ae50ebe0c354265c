// Reads which articles that are no more there named an entity or said something of it.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (closed:ClosedArticle)
WHERE row.id IN closed.entities
OPTIONAL MATCH (article:Article {id: closed.article})
WITH closed, article
WHERE article IS NULL
RETURN DISTINCT closed.article AS article
UNION
UNWIND $rows AS row
MATCH (closed:ClosedClaim)
WHERE row.id IN [closed.subject, closed.object]
OPTIONAL MATCH (article:Article {id: closed.article})
WITH closed, article
WHERE article IS NULL
RETURN DISTINCT closed.article AS article
