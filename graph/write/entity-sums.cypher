// Reads what the articles together say of entities, as it was written last.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
OPTIONAL MATCH (entity)-[:PART_OF]->(whole:Project)
RETURN
  entity.id AS id,
  labels(entity) AS labels,
  properties(entity) AS properties,
  whole.id AS partOf,
  EXISTS { (entity)<-[:MENTIONS]-(:Article) } AS mentioned
