// Which municipalities take part in which projects.
MATCH (member:Municipality)-[fact:PARTICIPATES_IN]->(project:Project)
RETURN
  member.id AS municipality,
  project.id AS project,
  fact.status AS status,
  fact.sinceValue AS since,
  fact.untilValue AS until,
  fact.articles AS articles
ORDER BY municipality, project
