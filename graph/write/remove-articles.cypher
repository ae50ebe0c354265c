// Removes articles, after clear-articles.cypher took back what they say.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
DETACH DELETE article
