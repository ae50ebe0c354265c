// Claims: what an article says of one entity alone, as its PERIOD. One row for all that the same words say.
// $rows: [{article, within: {sentence, start, end}, all: [{id, fact, from, since, until, knownFrom, run, properties: {type, subjectKey, time, rule, confidence, …}}]}]
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
UNWIND row.all AS one
MATCH (subject:Entity {id: one.from})
CREATE (article)-[:CLAIMS]->(claim:Claim {id: one.id})-[:SUBJECT]->(subject)
SET
  claim += one.properties,
  claim += row.within,
  claim.fact = one.fact,
  claim.since = date(one.since),
  claim.until = date(one.until),
  claim.knownFrom = datetime(one.knownFrom),
  claim.run = one.run
