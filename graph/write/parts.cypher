// PART_OF: sets which project each project is part of; null for none.
// $rows: [{id, partOf}]
UNWIND $rows AS row
MATCH (:Project {id: row.id})-[part:PART_OF]->(whole:Project)
WHERE row.partOf IS NULL OR whole.id <> row.partOf
DELETE part;

UNWIND $rows AS row
MATCH (project:Project {id: row.id})
MATCH (whole:Project {id: row.partOf})
MERGE (project)-[:PART_OF]->(whole)
