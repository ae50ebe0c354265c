// Facts between some entities.
// By type(fact), which makes Grafeo spread out the graph: with lists of each type in its place, as in entity-facts, 2,000 ids
// take more than a gigabyte of Neo4j.
// $ids: theirs; $rows: how many facts at most
UNWIND $ids AS id
MATCH (source:Entity {id: id})-[fact]->(target:Entity)
WHERE target.id IN $ids AND (fact.articles IS NOT NULL OR (type(fact) = 'PART_OF' AND target:Project))
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
