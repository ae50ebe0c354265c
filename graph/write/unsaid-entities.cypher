// Reads which entities no article names and no claim is about any more; those of reference data stay.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
WHERE entity.reference IS NULL
  AND NOT (entity)<-[:MENTIONS]-() AND NOT (entity)<-[:SUBJECT]-() AND NOT (entity)<-[:OBJECT]-()
RETURN entity.id AS id
