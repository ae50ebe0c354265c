// WORDED: what articles have in common with texts that are like them. The article first: after a WITH the embedded store
// would look at all of them.
// $rows: [{article, wording}], in the order of wording, so that two loaders cannot wait for each other
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
MERGE (wording:Wording {id: row.wording})
CREATE (article)-[:WORDED]->(wording)
