// Counts the entities that articles name, and the municipalities that stand behind what they say, by labels.
// $ids: list
CALL {
  UNWIND $ids AS id
  MATCH (:Article {id: id})-[:MENTIONS]->(entity:Entity)
  RETURN entity
  UNION
  UNWIND $ids AS id
  MATCH (:Article {id: id})-[:CLAIMS]->(:Claim)-[:SUBJECT|OBJECT]->(entity:Municipality)
  RETURN entity
}
RETURN labels(entity) AS labels, count(DISTINCT entity) AS entities
