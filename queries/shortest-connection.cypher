// Shortest connection between two entities
// By which facts two people, municipalities, projects, institutions or events hang together: the shortest chain, one row a step, each with a sentence that says it.
// param $from entity one end
// param $to entity the other end
// param $on date (default any) only by facts that hold on this day, in four steps at most; unknown ends are open
// column step integer 1, 2, …
// column subject text who or what
// column fact text a fact's type, or PART_OF for a part of a project
// column object text of whom or what
// column title text title of the earliest article that says so
// column published date when it was published
// column url text its address
// column sentence text the words that say it
// column sources evidence every sentence that says so
CALL {
  MATCH (from:Entity)
  WHERE $on IS NULL AND $from IN [from.id, from.name]
  MATCH (to:Entity)
  WHERE $to IN [to.id, to.name] AND to.id <> from.id
  MATCH path = allShortestPaths((from)-[:HEADS|WORKS_AT|PARTICIPATES_IN|IMPLEMENTS|FUNDS|PARTNER_OF|LOCATED_IN|TOOK_PLACE_IN|PART_OF*..8]-(to))
  RETURN relationships(path) AS links, length(path) AS steps, [node IN nodes(path) | node.id] AS ids
  UNION ALL
  // A shortest path that has to hold on a day is looked for from both ends: not every store looks for another one where the
  // shortest of all does not hold.
  MATCH (from:Entity)
  WHERE $on IS NOT NULL AND $from IN [from.id, from.name]
  MATCH (to:Entity)
  WHERE $to IN [to.id, to.name] AND to.id <> from.id
  MATCH here = (from)-[:HEADS|WORKS_AT|PARTICIPATES_IN|IMPLEMENTS|FUNDS|PARTNER_OF|LOCATED_IN|TOOK_PLACE_IN|PART_OF*0..2]-(middle:Entity)
  WHERE all(link IN relationships(here) WHERE (link.since IS NULL OR link.since <= date($on)) AND (link.from IS NULL OR link.from <= date($on)) AND (link.until IS NULL OR link.until >= date($on)))
  WITH to, middle, relationships(here) AS links, length(here) AS steps, [node IN nodes(here) | node.id] AS ids
  ORDER BY steps, ids
  WITH to, middle, collect({links: links, steps: steps, ids: ids}) AS found
  WITH to, middle, found[0] AS here
  MATCH there = (to)-[:HEADS|WORKS_AT|PARTICIPATES_IN|IMPLEMENTS|FUNDS|PARTNER_OF|LOCATED_IN|TOOK_PLACE_IN|PART_OF*0..2]-(middle)
  WHERE all(link IN relationships(there) WHERE (link.since IS NULL OR link.since <= date($on)) AND (link.from IS NULL OR link.from <= date($on)) AND (link.until IS NULL OR link.until >= date($on)))
  WITH here, reverse(relationships(there)) AS links, length(there) AS steps, reverse([node IN nodes(there) | node.id]) AS ids
  RETURN here.links + links AS links, here.steps + steps AS steps, here.ids + ids AS ids
}
WITH links, steps, ids
ORDER BY steps, ids
LIMIT 1
UNWIND range(0, steps - 1) AS i
WITH i, links[i] AS link
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
