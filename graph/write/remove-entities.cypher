// Removes entities.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
DETACH DELETE entity
