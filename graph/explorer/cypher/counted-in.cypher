// In which municipality of a year each municipality and each of its parts lies with all its land.
// $boundaries: 2009, 2021 or 2025
MATCH (unit:Municipality)-[:COUNTED_IN {boundaries: $boundaries, whole: true}]->(holder:Municipality)
RETURN
  unit.id AS unit,
  holder.id AS id,
  holder.name AS name,
  holder.type AS type,
  holder.sortKey AS sortKey
ORDER BY unit, id
