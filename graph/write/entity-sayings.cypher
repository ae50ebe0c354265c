// Reads what articles say of entities: one row for all articles that say the same, `first` and `last` the earliest and the
// latest of them by day and id; `story` is null for articles of which there are no copies. Two MATCHes, so that each store
// begins at the entity.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
MATCH (entity)<-[names:MENTIONS]-(article:Article)
RETURN
  entity.id AS id,
  CASE WHEN article.story <> article.id OR EXISTS { (article)<-[:COPY_OF]-(:Article) } THEN article.story END AS story,
  names.key AS key,
  names.name AS name,
  names.aliases AS aliases,
  names.confidence AS confidence,
  names.gender AS gender,
  names.type AS type,
  names.number AS number,
  names.position AS position,
  names.institution AS institution,
  names.owner AS owner,
  names.partOf AS partOf,
  names.period AS period,
  names.date AS date,
  names.place AS place,
  count(*) AS articles,
  sum(names.count) AS mentions,
  max(names.count) AS most,
  min(coalesce(article.published, '') + ' ' + article.id) AS first,
  max(coalesce(article.published, '') + ' ' + article.id) AS last
