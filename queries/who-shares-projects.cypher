// Who shares projects with whom
// Which municipalities and institutions take part in the same projects, with the sentences that say so of the one and of the other. Those that declined are left out.
// param $entity entity (default any) a municipality or an institution; without it, every pair once
// param $least integer (default 1) leave out pairs with fewer projects in common
// param $boundaries text one of then|2009|2021|2025 (default then) then: as named at the time; a year: summed into the municipalities of that year
// param $on date (default any) only what holds on this day; an end that one claim leaves open is that of the others, and unknown ends are open
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column first text one of the two
// column second text the other
// column together integer number of projects that they have in common
// column project text one of these projects
// column title text title of the earliest article that says so of the first
// column published date when it was published
// column url text its address
// column sentence text the words that say it
// column secondTitle text title of the earliest article that says so of the second
// column secondPublished date when it was published
// column secondUrl text its address
// column secondSentence text the words that say it
// column sources evidence every sentence that says so of the one or the other
MATCH (article:Article)-[:CLAIMS]->(claim:Claim {type: 'PARTICIPATES_IN'})-[:SUBJECT]->(member:Entity)
MATCH (claim)-[:OBJECT]->(project:Project)
WHERE (claim.status IS NULL OR claim.status <> 'declined') AND claim.confidence >= $confidence AND ($on IS NULL OR (
  (claim.since IS NULL OR claim.since <= date($on)) AND (claim.until IS NULL OR claim.until >= date($on))
  AND NOT EXISTS {
    MATCH (other:Claim)
    WHERE other.fact = claim.fact AND other.confidence >= $confidence AND (
      (claim.until IS NULL AND other.until < date($on) AND (claim.since IS NULL OR other.until >= claim.since))
      OR (claim.since IS NULL AND other.since > date($on) AND (claim.until IS NULL OR other.since <= claim.until)))
  }))
OPTIONAL MATCH (member)-[counted:COUNTED_IN {boundaries: $boundaries, whole: true}]->(holder:Municipality)
WITH project, coalesce(holder, member) AS member, article, claim
ORDER BY article.published, article.id, claim.start
WITH project, member, collect({
  article: article.id, title: article.title, published: article.published, url: article.url,
  sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
}) AS said
WITH project, collect({id: member.id, name: member.name, sortKey: member.sortKey, said: said}) AS members
UNWIND members AS first
WITH project, members, first
WHERE $entity IS NULL OR $entity IN [first.id, first.name]
UNWIND members AS second
WITH project, first, second
WHERE first.id <> second.id AND ($entity IS NOT NULL
  OR first.sortKey < second.sortKey OR (first.sortKey = second.sortKey AND first.id < second.id))
WITH first.id AS firstId, second.id AS secondId, collect({project: project, first: first, second: second}) AS shared
WHERE size(shared) >= $least
UNWIND shared AS pair
WITH size(shared) AS together, pair.project AS project, pair.first AS first, pair.second AS second
WITH together, project AS common, first AS a, second AS b, first.said[0] AS one, second.said[0] AS other
RETURN
  a.name AS first,
  b.name AS second,
  together,
  common.name AS project,
  one.title AS title,
  one.published AS published,
  one.url AS url,
  one.sentence AS sentence,
  other.title AS secondTitle,
  other.published AS secondPublished,
  other.url AS secondUrl,
  other.sentence AS secondSentence,
  a.said + b.said AS sources
ORDER BY together DESC, a.sortKey, a.id, b.sortKey, b.id, common.sortKey, common.id
