// Migrations: records that one was applied. MERGE, since two loaders may come to an empty graph at once.
// $rows: [{id, checksum}]
UNWIND $rows AS row
MERGE (migration:Migration {id: row.id})
SET migration.checksum = row.checksum
