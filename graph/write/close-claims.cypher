// Closed claims: keeps what an article no longer says, by itself.
// $rows: [{id, closed, at, run}], `closed` the id of the closed claim
UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})
MATCH (claim)<-[:CLAIMS]-(article:Article)
MATCH (claim)-[:SUBJECT]->(subject:Entity)
OPTIONAL MATCH (claim)-[:OBJECT]->(object:Entity)
MERGE (closed:ClosedClaim {id: row.closed})
SET
  closed += properties(claim),
  closed.id = row.closed,
  closed.claim = claim.id,
  closed.article = article.id,
  closed.subject = subject.id,
  closed.subjectName = subject.name,
  closed.subjectKind = [label IN labels(subject) WHERE label <> 'Entity'][0],
  closed.object = object.id,
  closed.objectName = object.name,
  closed.objectKind = [label IN labels(object) WHERE label <> 'Entity'][0],
  closed.knownUntil = datetime(row.at),
  closed.closedBy = row.run
