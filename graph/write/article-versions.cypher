// Reads the articles that are there already, as they are.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
OPTIONAL MATCH (article)-[:`FROM`]->(source:Source)
RETURN
  article.id AS id,
  article.title AS title,
  article.hash AS hash,
  article.knownFrom AS knownFrom,
  article.run AS run,
  source.id AS source
