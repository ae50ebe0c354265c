// Facts around some entities.
// Each relationship type is named: asking for type(fact), labels(x) or startNode(fact) makes Grafeo spread out the whole
// graph in memory, twice what it takes otherwise. Properties are taken within the lists, as of a relationship that comes
// out of a list Grafeo gives those of something else.
// $ids: theirs; $confidence: the least of a fact, 0 to 1; $rows: how many facts at most
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
WITH
  entity,
  [(entity)-[fact:HEADS]->(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'HEADS', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)<-[fact:HEADS]-(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'HEADS', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:WORKS_AT]->(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'WORKS_AT', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)<-[fact:WORKS_AT]-(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'WORKS_AT', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:PARTICIPATES_IN]->(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'PARTICIPATES_IN', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)<-[fact:PARTICIPATES_IN]-(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'PARTICIPATES_IN', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:IMPLEMENTS]->(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'IMPLEMENTS', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)<-[fact:IMPLEMENTS]-(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'IMPLEMENTS', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:FUNDS]->(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'FUNDS', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)<-[fact:FUNDS]-(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'FUNDS', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:PARTNER_OF]->(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'PARTNER_OF', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)<-[fact:PARTNER_OF]-(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'PARTNER_OF', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:LOCATED_IN]->(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'LOCATED_IN', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)<-[fact:LOCATED_IN]-(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'LOCATED_IN', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:TOOK_PLACE_IN]->(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'TOOK_PLACE_IN', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)<-[fact:TOOK_PLACE_IN]-(other:Entity) WHERE fact.articles IS NOT NULL AND fact.confidence >= $confidence | {type: 'TOOK_PLACE_IN', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)-[fact:PART_OF]->(other:Project) WHERE coalesce(fact.confidence, 1.0) >= $confidence | {type: 'PART_OF', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}] +
    [(entity)<-[fact:PART_OF]-(other:Project) WHERE coalesce(fact.confidence, 1.0) >= $confidence | {type: 'PART_OF', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, other: other.id}]
  AS all
UNWIND all AS one
RETURN DISTINCT
  one.type AS type,
  CASE WHEN one.out THEN entity.id ELSE one.other END AS source,
  CASE WHEN one.out THEN one.other ELSE entity.id END AS target,
  one.role AS role,
  one.status AS status,
  one.since AS since,
  one.until AS until,
  coalesce(one.articles, 0) AS articles,
  coalesce(one.confidence, 1.0) AS confidence
ORDER BY articles DESC, source, target, type
LIMIT $rows
