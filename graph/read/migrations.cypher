// Reads which migrations were applied, and whether there is anything that would have needed them.
OPTIONAL MATCH (migration:Migration)
WITH collect(migration.id) AS ids, collect(migration.checksum) AS checksums
RETURN ids, checksums, EXISTS { (:Article) } AS articles
