// Stated counts: numbers that an article gives.
// $rows: [{id, article, knownFrom, run, properties: {text, value, found, of, rule, start, end, sentence}}]
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
CREATE (article)-[:STATES]->(count:StatedCount {id: row.id})
SET count += row.properties, count.knownFrom = datetime(row.knownFrom), count.run = row.run
