// Dates: sets what the articles together say of them.
// $rows: [{id, name, sortKey, aliases, forms, confidence, keys, sameBecause, value, precision, since, until}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
SET
  entity:Date,
  entity.name = row.name,
  entity.sortKey = row.sortKey,
  entity.aliases = row.aliases,
  entity.forms = row.forms,
  entity.confidence = row.confidence,
  entity.keys = row.keys,
  entity.sameBecause = row.sameBecause,
  entity.value = row.value,
  entity.precision = row.precision,
  entity.from = date(row.since),
  entity.to = date(row.until)
