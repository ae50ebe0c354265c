// Facts in which an entity stands, with who and what is at their other end; of what it is part, and what came after it.
// Each relationship type is named: asking for type(fact), labels(x) or startNode(fact) makes Grafeo spread out the whole
// graph in memory, twice what it takes otherwise. Properties are taken within the lists, as of a relationship that comes
// out of a list Grafeo gives those of something else.
// $id: its id; $rows: how many at most
MATCH (entity:Entity {id: $id})
WITH
  entity,
  [(entity)-[fact:HEADS]->(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'HEADS', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)<-[fact:HEADS]-(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'HEADS', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)-[fact:WORKS_AT]->(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'WORKS_AT', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)<-[fact:WORKS_AT]-(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'WORKS_AT', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)-[fact:PARTICIPATES_IN]->(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'PARTICIPATES_IN', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)<-[fact:PARTICIPATES_IN]-(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'PARTICIPATES_IN', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)-[fact:IMPLEMENTS]->(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'IMPLEMENTS', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)<-[fact:IMPLEMENTS]-(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'IMPLEMENTS', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)-[fact:FUNDS]->(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'FUNDS', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)<-[fact:FUNDS]-(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'FUNDS', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)-[fact:PARTNER_OF]->(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'PARTNER_OF', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)<-[fact:PARTNER_OF]-(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'PARTNER_OF', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)-[fact:LOCATED_IN]->(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'LOCATED_IN', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)<-[fact:LOCATED_IN]-(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'LOCATED_IN', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)-[fact:TOOK_PLACE_IN]->(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'TOOK_PLACE_IN', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)<-[fact:TOOK_PLACE_IN]-(other:Entity) WHERE fact.articles IS NOT NULL | {type: 'TOOK_PLACE_IN', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)-[fact:PART_OF]->(other:Entity) | {type: 'PART_OF', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)<-[fact:PART_OF]-(other:Entity) | {type: 'PART_OF', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)-[fact:SUCCEEDED_BY]->(other:Entity) | {type: 'SUCCEEDED_BY', out: true, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}] +
    [(entity)<-[fact:SUCCEEDED_BY]-(other:Entity) | {type: 'SUCCEEDED_BY', out: false, role: fact.role, status: fact.status, since: fact.sinceValue, until: fact.untilValue, articles: fact.articles, confidence: fact.confidence, id: other.id, name: other.name, otherType: other.type, sortKey: other.sortKey, other: other}]
  AS all
UNWIND all AS one
WITH entity, one, one.other AS other
RETURN
  one.type AS type,
  CASE WHEN one.out THEN entity.id ELSE one.id END AS source,
  CASE WHEN one.out THEN one.id ELSE entity.id END AS target,
  one.role AS role,
  one.status AS status,
  one.since AS since,
  one.until AS until,
  one.articles AS articles,
  one.confidence AS confidence,
  one.id AS id,
  one.name AS name,
  CASE
    WHEN other:Person THEN 'person'
    WHEN other:Municipality THEN 'municipality'
    WHEN other:Project THEN 'project'
    WHEN other:Event THEN 'event'
    WHEN other:Date THEN 'date'
    ELSE 'institution'
  END AS kind,
  one.otherType AS otherType
ORDER BY articles DESC, one.sortKey
LIMIT $rows
