// Reads entities by id, as they are called now.
// $ids: list
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN entity.id AS id, labels(entity) AS labels, entity.name AS name, entity.type AS type
