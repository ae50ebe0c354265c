// MENTIONS: which entities an article names, how often, and what it says of them.
// $rows: [{article, entity, key, count, knownFrom, run, says: {name, aliases, confidence, …}}]
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
MATCH (entity:Entity {id: row.entity})
CREATE (article)-[names:MENTIONS]->(entity)
SET names += row.says, names.key = row.key, names.knownFrom = datetime(row.knownFrom), names.run = row.run, names.count = row.count
