// The entities that stand in the most facts.
// $rows: how many at most
MATCH (entity:Entity)-[fact]-(:Entity)
WHERE fact.articles IS NOT NULL
WITH entity, count(fact) AS degree
ORDER BY degree DESC, entity.id
LIMIT $rows
RETURN entity.id AS id, entity.name AS name, labels(entity) AS labels, entity.type AS type, degree
