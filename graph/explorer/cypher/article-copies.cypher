// The other publications of an article's story, the original first, then in the order of publication.
// $id: the article's
MATCH (article:Article {id: $id})
MATCH (other:Article {story: article.story})
WHERE other.id <> article.id
RETURN
  other.id AS id,
  properties(other) AS article,
  other.story = other.id AS original
ORDER BY original DESC, coalesce(other.published, '9'), id
