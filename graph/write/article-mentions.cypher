// MENTIONS: which entities an article names, how often, and what it says of them. One row an article.
// $rows: [{article, all: [{entity, key, count, knownFrom, run, says: {name, aliases, confidence, …}}]}]
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
UNWIND row.all AS one
MATCH (entity:Entity {id: one.entity})
CREATE (article)-[names:MENTIONS]->(entity)
SET names += one.says, names.key = one.key, names.knownFrom = datetime(one.knownFrom), names.run = one.run, names.count = one.count
