// Facts around some entities.
// By type(fact), which makes Grafeo spread out the graph: with lists of each type in its place, as in entity-facts, 200 ids
// can take more than a gigabyte of Neo4j.
// $ids: theirs; $confidence: the least of a fact, 0 to 1; $rows: how many facts at most
UNWIND $ids AS id
MATCH (entity:Entity {id: id})-[fact]-(other:Entity)
WHERE (fact.articles IS NOT NULL OR (type(fact) = 'PART_OF' AND other:Project))
  AND coalesce(fact.confidence, 1.0) >= $confidence
WITH DISTINCT fact, startNode(fact) AS source, endNode(fact) AS target
RETURN
  type(fact) AS type,
  source.id AS source,
  target.id AS target,
  fact.role AS role,
  fact.status AS status,
  fact.sinceValue AS since,
  fact.untilValue AS until,
  coalesce(fact.articles, 0) AS articles,
  coalesce(fact.confidence, 1.0) AS confidence
ORDER BY articles DESC, source, target, type
LIMIT $rows
