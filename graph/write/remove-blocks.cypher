// Removes blocks that no key is in any more.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (block:Block {id: row.id})
WHERE NOT (block)<-[:IN_BLOCK]-()
DELETE block
