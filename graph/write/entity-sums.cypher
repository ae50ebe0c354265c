// Reads what the articles together say of entities, as it was written last; not the forms, which are many and made anew.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
OPTIONAL MATCH (entity)-[:PART_OF]->(whole:Project)
RETURN
  entity.id AS id,
  labels(entity) AS labels,
  entity {
    .id, .name, .aliases, .confidence, .keys, .sameBecause, .gender, .type, .number, .position, .institution, .owner,
    .period, .date, .place
  } AS properties,
  whole.id AS partOf,
  EXISTS { (entity)<-[:MENTIONS]-(:Article) } AS mentioned
