// Events: sets what the articles together say of them.
// $rows: [{id, name, sortKey, aliases, forms, confidence, keys, sameBecause, type, date, place, since, until}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
SET
  entity:Event,
  entity.name = row.name,
  entity.sortKey = row.sortKey,
  entity.aliases = row.aliases,
  entity.forms = row.forms,
  entity.confidence = row.confidence,
  entity.keys = row.keys,
  entity.sameBecause = row.sameBecause,
  entity.type = row.type,
  entity.date = row.date,
  entity.place = row.place,
  entity.since = date(row.since),
  entity.until = date(row.until)
