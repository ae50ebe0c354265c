// Reads which entities articles take for parts of what they speak of under some keys.
// $rows: [{article, to}]
UNWIND $rows AS row
MATCH (:Article {id: row.article})-[names:MENTIONS]->(part:Entity)
WHERE names.partOf = row.to
RETURN DISTINCT part.id AS id
