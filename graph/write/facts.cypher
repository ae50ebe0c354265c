// Facts: the relationships that one sees, each the sum of its claims. Cypher takes no type as a parameter: one statement each.
// $rows: [{type, from, to, since, until, properties: {sinceValue, untilValue, status, role, articles, confidence}}]
UNWIND [row IN $rows WHERE row.type = 'HEADS' | row] AS row
MATCH (subject:Entity {id: row.from})
MATCH (object:Entity {id: row.to})
MERGE (subject)-[fact:HEADS]->(object)
SET fact += row.properties, fact.since = date(row.since), fact.until = date(row.until);

UNWIND [row IN $rows WHERE row.type = 'WORKS_AT' | row] AS row
MATCH (subject:Entity {id: row.from})
MATCH (object:Entity {id: row.to})
MERGE (subject)-[fact:WORKS_AT]->(object)
SET fact += row.properties, fact.since = date(row.since), fact.until = date(row.until);

UNWIND [row IN $rows WHERE row.type = 'PARTICIPATES_IN' | row] AS row
MATCH (subject:Entity {id: row.from})
MATCH (object:Entity {id: row.to})
MERGE (subject)-[fact:PARTICIPATES_IN]->(object)
SET fact += row.properties, fact.since = date(row.since), fact.until = date(row.until);

UNWIND [row IN $rows WHERE row.type = 'IMPLEMENTS' | row] AS row
MATCH (subject:Entity {id: row.from})
MATCH (object:Entity {id: row.to})
MERGE (subject)-[fact:IMPLEMENTS]->(object)
SET fact += row.properties, fact.since = date(row.since), fact.until = date(row.until);

UNWIND [row IN $rows WHERE row.type = 'FUNDS' | row] AS row
MATCH (subject:Entity {id: row.from})
MATCH (object:Entity {id: row.to})
MERGE (subject)-[fact:FUNDS]->(object)
SET fact += row.properties, fact.since = date(row.since), fact.until = date(row.until);

UNWIND [row IN $rows WHERE row.type = 'PARTNER_OF' | row] AS row
MATCH (subject:Entity {id: row.from})
MATCH (object:Entity {id: row.to})
MERGE (subject)-[fact:PARTNER_OF]->(object)
SET fact += row.properties, fact.since = date(row.since), fact.until = date(row.until);

UNWIND [row IN $rows WHERE row.type = 'LOCATED_IN' | row] AS row
MATCH (subject:Entity {id: row.from})
MATCH (object:Entity {id: row.to})
MERGE (subject)-[fact:LOCATED_IN]->(object)
SET fact += row.properties, fact.since = date(row.since), fact.until = date(row.until);

UNWIND [row IN $rows WHERE row.type = 'TOOK_PLACE_IN' | row] AS row
MATCH (subject:Entity {id: row.from})
MATCH (object:Entity {id: row.to})
MERGE (subject)-[fact:TOOK_PLACE_IN]->(object)
SET fact += row.properties, fact.since = date(row.since), fact.until = date(row.until)
