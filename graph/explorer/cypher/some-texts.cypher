// Texts of some articles.
// $ids: theirs
UNWIND $ids AS id
MATCH (article:Article {id: id})
RETURN id, article.text AS text
