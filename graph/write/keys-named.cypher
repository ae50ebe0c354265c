// Reads the keys of entities that some words may name.
// $rows: [{words}], folded
UNWIND $rows AS row
MATCH (entity:Entity)
WHERE any(form IN entity.forms WHERE form IN row.words)
RETURN entity.keys AS keys
