// Municipalities of reference data, there without any article. Of one that articles speak of, only what the register knows
// is set.
// $rows: [{id, name, sortKey, aliases, forms, confidence, keys, sameBecause, type, validFrom, validUntil}]
UNWIND $rows AS row
MERGE (unit:Entity {id: row.id})
SET
  unit:Municipality,
  unit.reference = true,
  unit.type = row.type,
  unit.from = date(row.validFrom),
  unit.until = date(row.validUntil);

UNWIND $rows AS row
MATCH (unit:Entity {id: row.id})
WHERE NOT (unit)<-[:MENTIONS]-()
SET
  unit.name = row.name,
  unit.sortKey = row.sortKey,
  unit.aliases = row.aliases,
  unit.forms = row.forms,
  unit.confidence = row.confidence,
  unit.keys = row.keys,
  unit.sameBecause = row.sameBecause
