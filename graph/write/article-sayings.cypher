// Reads since when articles are known to say what they say: `what` is an id, or a key that MENTIONS has.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
WITH article
MATCH (article)-[:CLAIMS]->(claim:Claim)
RETURN article.id AS article, 'claim' AS kind, claim.id AS what, claim.knownFrom AS knownFrom, claim.run AS run
UNION
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
WITH article
MATCH (article)-[names:MENTIONS]->(:Entity)
RETURN article.id AS article, 'name' AS kind, names.key AS what, names.knownFrom AS knownFrom, names.run AS run
UNION
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
WITH article
MATCH (article)-[:STATES]->(count:StatedCount)
RETURN article.id AS article, 'count' AS kind, count.id AS what, count.knownFrom AS knownFrom, count.run AS run
