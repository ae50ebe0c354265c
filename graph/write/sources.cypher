// Sources: where articles are published.
// $rows: [{article, source}], in the order of source, so that two loaders cannot wait for each other
UNWIND $rows AS row
MERGE (source:Source {id: row.source})
WITH row, source
MATCH (article:Article {id: row.article})
MERGE (article)-[:`FROM`]->(source)
