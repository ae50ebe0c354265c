// Closed articles: keeps which version of an article was here, and which of its claims ended with it.
// $rows: [{id, closed, at, run, claims}], `closed` the id of the closed article, `claims` ids of closed claims
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
OPTIONAL MATCH (article)-[:MENTIONS]->(entity:Entity)
WITH row, article, entity
ORDER BY entity.id
WITH row, article, collect(DISTINCT entity.id) AS entities
MERGE (closed:ClosedArticle {id: row.closed})
SET
  closed.article = article.id,
  closed.title = article.title,
  closed.url = article.url,
  closed.source = article.source,
  closed.published = article.published,
  closed.publishedMethod = article.publishedMethod,
  closed.language = article.language,
  closed.hash = article.hash,
  closed.print = article.print,
  closed.entities = entities,
  closed.knownFrom = article.knownFrom,
  closed.run = article.run,
  closed.knownUntil = datetime(row.at),
  closed.closedBy = row.run;

UNWIND $rows AS row
MATCH (article:ClosedArticle {id: row.closed})
UNWIND row.claims AS id
MATCH (claim:ClosedClaim {id: id})
MERGE (article)-[:CLAIMED]->(claim)
