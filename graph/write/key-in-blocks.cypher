// IN_BLOCK: puts keys into their blocks.
// $rows: [{id, block}]
UNWIND $rows AS row
MATCH (key:Key {id: row.id})
MATCH (block:Block {id: row.block})
CREATE (key)-[:IN_BLOCK]->(block)
