// Facts between some entities.
// Each relationship type is named: asking for type(fact), labels(x) or startNode(fact) makes Grafeo spread out the whole
// graph in memory, twice what it takes otherwise. Properties are taken within the lists, as of a relationship that comes
// out of a list Grafeo gives those of something else.
// $ids: theirs; $rows: how many facts at most
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
WITH
  entity,
  [(entity)-[fact:HEADS]->(other:Entity) WHERE fact.articles IS NOT NULL AND other.id IN $ids | {type: 'HEADS', role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:WORKS_AT]->(other:Entity) WHERE fact.articles IS NOT NULL AND other.id IN $ids | {type: 'WORKS_AT', role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:PARTICIPATES_IN]->(other:Entity) WHERE fact.articles IS NOT NULL AND other.id IN $ids | {type: 'PARTICIPATES_IN', role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:IMPLEMENTS]->(other:Entity) WHERE fact.articles IS NOT NULL AND other.id IN $ids | {type: 'IMPLEMENTS', role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:FUNDS]->(other:Entity) WHERE fact.articles IS NOT NULL AND other.id IN $ids | {type: 'FUNDS', role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:PARTNER_OF]->(other:Entity) WHERE fact.articles IS NOT NULL AND other.id IN $ids | {type: 'PARTNER_OF', role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:LOCATED_IN]->(other:Entity) WHERE fact.articles IS NOT NULL AND other.id IN $ids | {type: 'LOCATED_IN', role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:TOOK_PLACE_IN]->(other:Entity) WHERE fact.articles IS NOT NULL AND other.id IN $ids | {type: 'TOOK_PLACE_IN', role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:PART_OF]->(other:Project) WHERE other.id IN $ids | {type: 'PART_OF', role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}]
  AS all
UNWIND all AS one
RETURN
  one.type AS type,
  entity.id AS source,
  one.other AS target,
  one.role AS role,
  one.status AS status,
  one.since AS since,
  one.until AS until,
  coalesce(one.articles, 0) AS articles,
  coalesce(one.confidence, 1.0) AS confidence
ORDER BY articles DESC, source, target, type
LIMIT $rows
