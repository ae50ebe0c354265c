// Claims: what an article says of two entities.
// $rows: [{id, article, fact, from, to, since, until, knownFrom, run, properties: {type, subjectKey, objectKey, time, status, role, rule, confidence, sentence, …}}]
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
MATCH (subject:Entity {id: row.from})
MATCH (object:Entity {id: row.to})
CREATE (article)-[:CLAIMS]->(claim:Claim {id: row.id})-[:SUBJECT]->(subject)
CREATE (claim)-[:OBJECT]->(object)
SET
  claim += row.properties,
  claim.fact = row.fact,
  claim.since = date(row.since),
  claim.until = date(row.until),
  claim.knownFrom = datetime(row.knownFrom),
  claim.run = row.run
