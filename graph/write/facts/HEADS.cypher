// A person heads an institution, a municipality or a project. Sets what the claims together say. One file a type, as Cypher takes no type as a parameter.
// $rows: [{from, to, since, until, properties: {sinceValue, untilValue, status, role, articles, stories, confidence}}]
UNWIND $rows AS row
MATCH (subject:Entity {id: row.from})
MATCH (object:Entity {id: row.to})
MERGE (subject)-[fact:HEADS]->(object)
SET fact += row.properties, fact.since = date(row.since), fact.until = date(row.until)
