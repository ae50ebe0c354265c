// Reads what tells whether articles changed since they were loaded.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
RETURN article.id AS id, article.hash AS hash, article.rules AS rules
