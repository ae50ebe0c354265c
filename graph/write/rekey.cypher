// Gives what articles say under a key another one.
// $rows: [{article, key, to}]
UNWIND $rows AS row
MATCH (:Article {id: row.article})-[names:MENTIONS]->(:Entity)
WHERE names.key = row.key
SET names.key = row.to;

UNWIND $rows AS row
MATCH (:Article {id: row.article})-[names:MENTIONS]->(:Entity)
WHERE names.partOf = row.key
SET names.partOf = row.to;

UNWIND $rows AS row
MATCH (:Article {id: row.article})<-[:`IN`]-(mention:Mention)
WHERE mention.key = row.key
SET mention.key = row.to;

UNWIND $rows AS row
MATCH (:Article {id: row.article})-[:CLAIMS]->(claim:Claim)
WHERE claim.subjectKey = row.key
SET claim.subjectKey = row.to;

UNWIND $rows AS row
MATCH (:Article {id: row.article})-[:CLAIMS]->(claim:Claim)
WHERE claim.objectKey = row.key
SET claim.objectKey = row.to;

UNWIND $rows AS row
MATCH (:Article {id: row.article})<-[:SAID_IN]-(claim:RejectedClaim)
WHERE claim.subjectKey = row.key
SET claim.subjectKey = row.to;

UNWIND $rows AS row
MATCH (:Article {id: row.article})<-[:SAID_IN]-(claim:RejectedClaim)
WHERE claim.objectKey = row.key
SET claim.objectKey = row.to
