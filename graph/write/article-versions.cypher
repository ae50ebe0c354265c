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
  article.print AS print,
  article.story AS story,
  EXISTS { (article)-[:COPY_OF]->(:Article) } OR EXISTS { (article)<-[:COPY_OF]-(:Article) } AS copied,
  source.id AS source
