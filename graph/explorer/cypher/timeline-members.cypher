// Who takes part in projects, since when and until when.
MATCH (member:Entity)-[fact:PARTICIPATES_IN]->(project:Project)
RETURN
  project.id AS project,
  member.id AS id,
  member.name AS name,
  labels(member) AS labels,
  member.type AS type,
  member.sortKey AS sortKey,
  fact.role AS role,
  fact.status AS status,
  fact.sinceValue AS since,
  fact.untilValue AS until,
  fact.confidence AS confidence
