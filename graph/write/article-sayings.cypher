// Reads since when articles are known to say what they say: `what` is an id, or a key that MENTIONS has.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (:Article {id: row.id})-[:CLAIMS]->(claim:Claim)
RETURN row.id AS article, 'claim' AS kind, claim.id AS what, claim.knownFrom AS knownFrom, claim.run AS run
UNION
UNWIND $rows AS row
MATCH (:Article {id: row.id})-[names:MENTIONS]->(:Entity)
RETURN row.id AS article, 'name' AS kind, names.key AS what, names.knownFrom AS knownFrom, names.run AS run
UNION
UNWIND $rows AS row
MATCH (:Article {id: row.id})-[:STATES]->(count:StatedCount)
RETURN row.id AS article, 'count' AS kind, count.id AS what, count.knownFrom AS knownFrom, count.run AS run
