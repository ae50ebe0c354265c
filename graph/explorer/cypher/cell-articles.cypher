// Articles that name both a municipality and a project; the latest first.
// $municipality, $project: ids
MATCH (:Entity {id: $municipality})<-[named:MENTIONS]-(article:Article)-[:MENTIONS]->(project:Entity)
WHERE project.id = $project
RETURN
  article.id AS id,
  article.title AS title,
  article.published AS published,
  article.source AS source,
  article.url AS url,
  named.count AS mentions
ORDER BY coalesce(published, '') DESC, mentions DESC, id
LIMIT 50
