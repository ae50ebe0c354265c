// Entities: makes those that are missing. The name is set again so that a second
// loader of the same entity waits for the first: what articles say together is worked out from all of them.
// $rows: [{id, name}], in the order of id, so that two loaders cannot wait for each other
UNWIND $rows AS row
MERGE (entity:Entity {id: row.id})
SET entity.name = coalesce(entity.name, row.name)
