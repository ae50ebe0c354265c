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
// column sources evidence every sentence that says so of the one or the other, where $evidence is true
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
WITH project, member, collect(claim) AS claims, collect(CASE WHEN $evidence THEN {
  article: article.id, title: article.title, published: article.published, url: article.url,
  sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
} END) AS sentences
WITH project, collect({
  id: member.id, name: member.name, sortKey: member.sortKey,
  earliest: claims[0], claims: size(claims), sentences: sentences
}) AS members
UNWIND members AS one
WITH project, members, one
WHERE $entity IS NULL OR $entity IN [one.id, one.name]
UNWIND members AS other
WITH project, one, other
WHERE one.id <> other.id AND ($entity IS NOT NULL
  OR one.sortKey < other.sortKey OR (one.sortKey = other.sortKey AND one.id < other.id))
WITH one.sortKey AS sortKey, one.id AS id, other.sortKey AS otherSortKey, other.id AS otherId,
  collect({project: project, one: one, other: other}) AS shared
WHERE size(shared) >= $least
WITH size(shared) AS together, sortKey, id, otherSortKey, otherId, shared
ORDER BY together DESC, sortKey, id, otherSortKey, otherId
UNWIND shared AS pair
WITH together, sortKey, id, otherSortKey, otherId, pair.project AS common, pair.one AS one, pair.other AS other,
  pair.one.earliest AS claim, pair.other.earliest AS otherClaim
MATCH (claim)<-[:CLAIMS]-(article:Article)
MATCH (otherClaim)<-[:CLAIMS]-(otherArticle:Article)
RETURN
  one.name AS first,
  other.name AS second,
  together,
  common.name AS project,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  claim.sentence AS sentence,
  otherArticle.title AS secondTitle,
  otherArticle.published AS secondPublished,
  otherArticle.url AS secondUrl,
  otherClaim.sentence AS secondSentence,
  CASE WHEN $evidence THEN one.sentences + other.sentences ELSE one.claims + other.claims END AS sources
ORDER BY together DESC, sortKey, id, otherSortKey, otherId, common.sortKey, common.id
