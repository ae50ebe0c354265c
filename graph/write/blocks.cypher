// Blocks: makes those that are missing. The property is set again so that a second loader of names like these waits.
// $rows: [{id}], in order, so that two loaders cannot wait for each other
UNWIND $rows AS row
MERGE (block:Block {id: row.id})
SET block.kind = split(row.id, ' ')[0]
