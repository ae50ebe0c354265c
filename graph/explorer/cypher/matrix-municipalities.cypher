// Municipalities that an article names.
MATCH (municipality:Municipality)<-[:MENTIONS]-(:Article)
WITH DISTINCT municipality
RETURN
  municipality.id AS id,
  municipality.name AS name,
  municipality.type AS type,
  municipality.sortKey AS sortKey
ORDER BY sortKey, id
