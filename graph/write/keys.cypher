// Reads where keys stand, and what was told of them when they were placed.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (key:Key {id: row.id})
RETURN key.id AS id, key.entity AS entity, key.telling AS telling, key.blocks AS blocks
