// Keys: sets which entity they stand for.
// $rows: [{id, entity}]
UNWIND $rows AS row
MATCH (key:Key {id: row.id})
SET key.entity = row.entity
