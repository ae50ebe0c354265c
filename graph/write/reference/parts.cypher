// Pagasti and towns: when they were there, and what they were PART_OF.
// $rows: [{id, whole, validFrom, validUntil}]
UNWIND $rows AS row
MATCH (unit:Entity {id: row.id})
SET unit.from = date(row.validFrom), unit.until = date(row.validUntil);

UNWIND $rows AS row
MATCH (unit:Entity {id: row.id})
MATCH (whole:Entity {id: row.whole})
MERGE (unit)-[part:PART_OF]->(whole)
SET part.from = date(row.validFrom), part.until = date(row.validUntil)
