// In which municipality of a year each municipality and each of its parts lies.
// $boundaries: 2009, 2021 or 2025
MATCH (unit:Municipality)-[counted:COUNTED_IN {boundaries: $boundaries}]->(holder:Municipality)
RETURN
  unit.id AS unit,
  counted.whole AS whole,
  holder.id AS id,
  holder.name AS name,
  holder.type AS type,
  holder.sortKey AS sortKey
ORDER BY unit, id
