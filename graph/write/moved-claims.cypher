// Reads the claims that are made under keys, as subject or as object. No label says again what SUBJECT comes from: the embedded
// store would look for the objects of all claims.
// $rows: [{key, from}]
UNWIND $rows AS row
MATCH (old:Entity {id: row.from})
MATCH (old)<-[:SUBJECT]-(claim)
WHERE claim.subjectKey = row.key
OPTIONAL MATCH (claim)-[:OBJECT]->(object:Entity)
RETURN
  claim.id AS id,
  claim.type AS type,
  claim.subjectKey AS subjectKey,
  claim.objectKey AS objectKey,
  old.id AS from,
  object.id AS to
UNION
UNWIND $rows AS row
MATCH (old:Entity {id: row.from})
MATCH (old)<-[:OBJECT]-(claim:Claim)
WHERE claim.objectKey = row.key
MATCH (claim)-[:SUBJECT]->(subject:Entity)
RETURN
  claim.id AS id,
  claim.type AS type,
  claim.subjectKey AS subjectKey,
  claim.objectKey AS objectKey,
  subject.id AS from,
  old.id AS to
