// An entity with its own properties.
// $id: its id
MATCH (entity:Entity {id: $id})
RETURN labels(entity) AS labels, properties(entity) AS properties
