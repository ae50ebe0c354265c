// Reads the relationships of facts, as they were written last. All types of facts are named, so that no store looks at all
// else that hangs on one of the two.
// $rows: [{fact, type, from, to}]
UNWIND $rows AS row
MATCH (subject:Entity {id: row.from})
MATCH (object:Entity {id: row.to})
MATCH (subject)-[fact:HEADS|WORKS_AT|PARTICIPATES_IN|IMPLEMENTS|FUNDS|PARTNER_OF|LOCATED_IN|TOOK_PLACE_IN]->(object)
WHERE type(fact) = row.type
RETURN row.fact AS fact, properties(fact) AS properties
