// Texts of some articles.
// $ids: theirs
UNWIND $ids AS id
MATCH (article:Article {id: id})
RETURN
  id,
  article.title AS title,
  article.published AS published,
  article.source AS source,
  article.run AS run,
  article.text AS text
