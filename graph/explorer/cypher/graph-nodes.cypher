// Some entities, with the number of facts that each stands in.
// $ids: theirs
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN
  id,
  entity.name AS name,
  labels(entity) AS labels,
  entity.type AS type,
  COUNT { (entity)-[fact]-(:Entity) WHERE fact.articles IS NOT NULL } AS degree
