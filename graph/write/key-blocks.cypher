// Keys: makes those that are missing, and takes them out of their blocks.
// $rows: [{id, entity, telling, blocks}]
UNWIND $rows AS row
MERGE (key:Key {id: row.id})
SET key.entity = row.entity, key.telling = row.telling, key.blocks = row.blocks;

UNWIND $rows AS row
MATCH (:Key {id: row.id})-[within:IN_BLOCK]->(:Block)
DELETE within
