// Rejected claims: takes claims out of what articles are held to say, and keeps them.
// `fact` then holds keys: which entities these stand for may change meanwhile.
// $rows: [{id, correction, fact}]
UNWIND $rows AS row
MATCH (:Claim {id: row.id})-[about:SUBJECT]->(:Entity)
DELETE about;

UNWIND $rows AS row
MATCH (:Claim {id: row.id})-[about:OBJECT]->(:Entity)
DELETE about;

UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})<-[claims:CLAIMS]-(article:Article)
CREATE (claim)-[:SAID_IN]->(article)
DELETE claims;

UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})
SET claim:RejectedClaim, claim.correction = row.correction, claim.fact = row.fact
REMOVE claim:Claim
