// Reads the articles that a person may mean by an id, an address or a path whose end is the id.
// $typed: as typed, with `/` between folders
MATCH (article:Article)
WHERE $typed IN [article.id, article.url] OR ($typed ENDS WITH '/' + article.id)
RETURN article.id AS id, article.title AS title
