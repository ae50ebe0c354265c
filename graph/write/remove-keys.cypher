// Removes keys that no article uses any more.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (key:Key {id: row.id})
DETACH DELETE key
