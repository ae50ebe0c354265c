// The projects with the most participants.
MATCH (project:Project)<-[:PARTICIPATES_IN]-(member:Entity)
WITH project, count(member) AS members
ORDER BY members DESC, project.sortKey
LIMIT 8
RETURN project.id AS id, project.name AS name, project.type AS type, members
