// Reads which keys are in blocks.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (block:Block {id: row.id})
MATCH (block)<-[:IN_BLOCK]-(key:Key)
RETURN key.id AS id, key.entity AS entity, key.telling AS telling, key.blocks AS blocks
