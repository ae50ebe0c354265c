// Relinks what is said under keys to other entities.
// $rows: [{key, from, to}]
UNWIND $rows AS row
MATCH (old:Entity {id: row.from})
MATCH (new:Entity {id: row.to})
MATCH (old)<-[names:MENTIONS]-(article:Article)
WHERE names.key = row.key
CREATE (article)-[moved:MENTIONS]->(new)
SET moved += properties(names)
DELETE names;

UNWIND $rows AS row
MATCH (old:Entity {id: row.from})
MATCH (new:Entity {id: row.to})
MATCH (old)<-[of:OF]-(mention:Mention)
WHERE mention.key = row.key
CREATE (mention)-[:OF]->(new)
DELETE of;

UNWIND $rows AS row
MATCH (old:Entity {id: row.from})
MATCH (new:Entity {id: row.to})
MATCH (old)<-[said:SUBJECT]-(claim:Claim)
WHERE claim.subjectKey = row.key
CREATE (claim)-[:SUBJECT]->(new)
DELETE said;

UNWIND $rows AS row
MATCH (old:Entity {id: row.from})
MATCH (new:Entity {id: row.to})
MATCH (old)<-[said:OBJECT]-(claim:Claim)
WHERE claim.objectKey = row.key
CREATE (claim)-[:OBJECT]->(new)
DELETE said
