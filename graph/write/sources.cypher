// Sources: where articles are published. The article first: after a WITH the embedded store would look at all of them.
// $rows: [{article, source}], in the order of source, so that two loaders cannot wait for each other
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
MERGE (source:Source {id: row.source})
MERGE (article)-[:`FROM`]->(source)
