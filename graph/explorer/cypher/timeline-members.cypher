// Who takes part in projects, since when and until when.
MATCH (member:Entity)-[fact:PARTICIPATES_IN]->(project:Project)
RETURN
  project.id AS project,
  member.id AS id,
  member.name AS name,
  CASE
    WHEN member:Person THEN 'person'
    WHEN member:Municipality THEN 'municipality'
    WHEN member:Project THEN 'project'
    WHEN member:Event THEN 'event'
    WHEN member:Date THEN 'date'
    ELSE 'institution'
  END AS kind,
  member.type AS type,
  member.sortKey AS sortKey,
  fact.role AS role,
  fact.status AS status,
  fact.sinceValue AS since,
  fact.untilValue AS until,
  fact.confidence AS confidence
