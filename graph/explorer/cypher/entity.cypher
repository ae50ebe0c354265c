// An entity with its own properties.
// $id: its id
MATCH (entity:Entity {id: $id})
RETURN CASE
    WHEN entity:Person THEN 'person'
    WHEN entity:Municipality THEN 'municipality'
    WHEN entity:Project THEN 'project'
    WHEN entity:Event THEN 'event'
    WHEN entity:Date THEN 'date'
    ELSE 'institution'
  END AS kind, properties(entity) AS properties
