// Claims: puts back what a correction rejected that is no more.
// $rows: [{id, from, to, fact}]
UNWIND $rows AS row
MATCH (claim:RejectedClaim {id: row.id})-[said:SAID_IN]->(article:Article)
MATCH (subject:Entity {id: row.from})
CREATE (article)-[:CLAIMS]->(claim)
CREATE (claim)-[:SUBJECT]->(subject)
SET claim.fact = row.fact
DELETE said;

UNWIND $rows AS row
MATCH (claim:RejectedClaim {id: row.id})
MATCH (object:Entity {id: row.to})
CREATE (claim)-[:OBJECT]->(object);

UNWIND $rows AS row
MATCH (claim:RejectedClaim {id: row.id})
SET claim:Claim
REMOVE claim:RejectedClaim, claim.correction
