// Migrations: records that one was applied.
// $rows: [{id, checksum}]
UNWIND $rows AS row
CREATE (:Migration {id: row.id, checksum: row.checksum})
