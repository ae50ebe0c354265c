// Projects, of what they are part, and how many articles name them.
MATCH (project:Project)
OPTIONAL MATCH (project)-[:PART_OF]->(whole:Project)
RETURN
  project.id AS id,
  project.name AS name,
  project.type AS type,
  project.sortKey AS sortKey,
  project.since AS since,
  project.until AS until,
  project.period AS period,
  min(whole.id) AS whole,
  COUNT { (project)<-[:MENTIONS]-(:Article) } AS articles
ORDER BY sortKey, id
