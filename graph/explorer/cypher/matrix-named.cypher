// Which municipalities and projects are named in one article.
MATCH (project:Project)<-[:MENTIONS]-(article:Article)-[:MENTIONS]->(municipality:Municipality)
RETURN municipality.id AS municipality, project.id AS project, count(article) AS articles
ORDER BY municipality, project
