// Claims: what an article says of one entity alone, as its PERIOD.
// $rows: [{id, article, fact, from, since, until, knownFrom, run, properties: {type, subjectKey, time, rule, confidence, sentence, …}}]
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
MATCH (subject:Entity {id: row.from})
CREATE (article)-[:CLAIMS]->(claim:Claim {id: row.id})-[:SUBJECT]->(subject)
SET
  claim += row.properties,
  claim.fact = row.fact,
  claim.since = date(row.since),
  claim.until = date(row.until),
  claim.knownFrom = datetime(row.knownFrom),
  claim.run = row.run
