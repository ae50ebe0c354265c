// Removes entities, but for those of reference data, which stay without articles.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
WHERE entity.reference IS NULL
DETACH DELETE entity
