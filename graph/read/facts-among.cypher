// Counts the facts that articles say, by type.
// $ids: list
UNWIND $ids AS id
MATCH (:Article {id: id})-[:CLAIMS]->(claim:Claim)
WHERE claim.type <> 'PERIOD'
RETURN claim.type AS type, count(DISTINCT claim.fact) AS facts
ORDER BY type
