// Facts in which an entity stands, with who and what is at their other end; of what it is part, and what came after it.
// $id: its id; $rows: how many at most
MATCH (entity:Entity {id: $id})-[fact]-(other:Entity)
WHERE fact.articles IS NOT NULL OR type(fact) IN ['PART_OF', 'SUCCEEDED_BY']
RETURN
  type(fact) AS type,
  startNode(fact).id AS source,
  endNode(fact).id AS target,
  fact.role AS role,
  fact.status AS status,
  fact.sinceValue AS since,
  fact.untilValue AS until,
  fact.articles AS articles,
  fact.confidence AS confidence,
  other.id AS id,
  other.name AS name,
  labels(other) AS labels,
  other.type AS kind
ORDER BY articles DESC, other.sortKey
LIMIT $rows
