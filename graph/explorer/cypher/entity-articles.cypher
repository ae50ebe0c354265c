// Articles that name an entity; the latest first.
// $id: its id; $rows: how many at most
MATCH (entity:Entity {id: $id})<-[named:MENTIONS]-(article:Article)
RETURN
  article.id AS id,
  article.title AS title,
  article.published AS published,
  article.source AS source,
  article.url AS url,
  named.count AS mentions
ORDER BY coalesce(published, '') DESC, mentions DESC, id
LIMIT $rows
