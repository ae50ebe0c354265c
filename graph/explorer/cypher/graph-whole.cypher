// The entities that stand in the most facts.
// $rows: how many at most
MATCH (entity:Entity)-[fact]-(:Entity)
WHERE fact.articles IS NOT NULL
WITH entity, count(fact) AS degree
ORDER BY degree DESC, entity.id
LIMIT $rows
RETURN entity.id AS id, entity.name AS name, CASE
    WHEN entity:Person THEN 'person'
    WHEN entity:Municipality THEN 'municipality'
    WHEN entity:Project THEN 'project'
    WHEN entity:Event THEN 'event'
    WHEN entity:Date THEN 'date'
    ELSE 'institution'
  END AS kind, entity.type AS type, degree
