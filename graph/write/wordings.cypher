// WORDED: what articles have in common with texts that are like them.
// $rows: [{article, wording}], in the order of wording, so that two loaders cannot wait for each other
UNWIND $rows AS row
MERGE (wording:Wording {id: row.wording})
WITH row, wording
MATCH (article:Article {id: row.article})
CREATE (article)-[:WORDED]->(wording)
