// Shortest connection between two entities
// By which facts two people, municipalities, projects, institutions or events hang together: the shortest chain, one row a step, each with a sentence that says it.
// param $from entity one end
// param $to entity the other end
// column step integer 1, 2, …
// column subject text who or what
// column fact text a fact's type, or PART_OF for a part of a project
// column object text of whom or what
// column title text title of the earliest article that says so
// column published date when it was published
// column url text its address
// column sentence text the words that say it
// column sources evidence every sentence that says so
MATCH (from:Entity)
WHERE $from IN [from.id, from.name]
MATCH (to:Entity)
WHERE $to IN [to.id, to.name] AND to.id <> from.id
MATCH path = allShortestPaths((from)-[:HEADS|WORKS_AT|PARTICIPATES_IN|IMPLEMENTS|FUNDS|PARTNER_OF|LOCATED_IN|TOOK_PLACE_IN|PART_OF*..8]-(to))
WITH path, length(path) AS steps, [node IN nodes(path) | node.id] AS ids
ORDER BY steps, ids
LIMIT 1
UNWIND range(0, steps - 1) AS i
WITH i, relationships(path)[i] AS link
WITH i, type(link) AS fact, startNode(link) AS subject, endNode(link) AS object
OPTIONAL MATCH (subject)<-[:SUBJECT]-(claim:Claim)-[:OBJECT]->(object)
WHERE claim.type = fact
OPTIONAL MATCH (claim)<-[:CLAIMS]-(article:Article)
WITH i, fact, subject, object, claim, article
ORDER BY i, article.published, article.id, claim.start
WITH i, fact, subject, object, collect({
  article: article.id, title: article.title, published: article.published, url: article.url,
  sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
}) AS said
WITH i, fact, subject, object, said, said[0] AS first
RETURN
  i + 1 AS step,
  subject.name AS subject,
  fact,
  object.name AS object,
  first.title AS title,
  first.published AS published,
  first.url AS url,
  first.sentence AS sentence,
  [one IN said WHERE one.sentence IS NOT NULL] AS sources
ORDER BY step
