// An article as it was stored.
// $id: its id
MATCH (article:Article {id: $id})
RETURN properties(article) AS article
