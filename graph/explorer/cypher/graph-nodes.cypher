// Some entities, with the number of facts that each stands in.
// $ids: theirs
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN
  id,
  entity.name AS name,
  CASE
    WHEN entity:Person THEN 'person'
    WHEN entity:Municipality THEN 'municipality'
    WHEN entity:Project THEN 'project'
    WHEN entity:Event THEN 'event'
    WHEN entity:Date THEN 'date'
    ELSE 'institution'
  END AS kind,
  entity.type AS type,
  COUNT { (entity)-[fact]-(:Entity) WHERE fact.articles IS NOT NULL } AS degree
