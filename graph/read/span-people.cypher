// Reads the people whom no article named before, with the first sentence that does. Who was named by an article that changed since is told by span-named.cypher.
// $first, $last: ids of runs, both included
MATCH (person:Person)<-[names:MENTIONS]-(article:Article)
WITH person, min(names.run) AS first
WHERE first >= $first AND first <= $last
MATCH (person)<-[:OF]-(mention:Mention)-[:`IN`]->(article:Article)
WITH person, article, mention
ORDER BY article.published, article.id, mention.start
WITH person, collect({
  title: article.title, published: article.published, url: article.url, sentence: mention.sentence
}) AS said
RETURN person.id AS id, person.name AS name, person.position AS position, person.institution AS institution, said[0] AS source
ORDER BY name, id
