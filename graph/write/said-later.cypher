// Reads of which entities a later article tells a property than at some time, as entity-sayings.cypher gives it. One is enough.
// The properties are named, as the embedded store would read all of them for `names[row.what]`.
// $rows: [{id, what, time}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
WHERE EXISTS {
  MATCH (entity)<-[names:MENTIONS]-(article:Article)
  WHERE
    CASE row.what
      WHEN 'gender' THEN names.gender
      WHEN 'type' THEN names.type
      WHEN 'number' THEN names.number
      WHEN 'position' THEN names.position
      WHEN 'institution' THEN names.institution
      WHEN 'owner' THEN names.owner
      WHEN 'partOf' THEN names.partOf
      WHEN 'period' THEN names.period
      WHEN 'date' THEN names.date
      WHEN 'place' THEN names.place
    END IS NOT NULL
    AND coalesce(article.published, '') + ' ' + article.id > row.time
}
RETURN row.id AS id, row.what AS what, row.time AS time
