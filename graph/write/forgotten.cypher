// Forgotten: keeps whom to forget when an article comes again, without a readable name.
// $rows: [{id, salt, correction}]
UNWIND $rows AS row
MERGE (one:Forgotten {id: row.id})
SET one.salt = row.salt, one.correction = row.correction
