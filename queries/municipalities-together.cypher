// Municipalities that took part together most often
// Pairs of municipalities by the number of projects and pilots that both took part in, most first; one that declined, by the latest article that tells, is left out. A pilot and the project that it is part of count as two.
// param $municipality municipality (default any) pairs with this one
// param $boundaries text one of then|2009|2021|2025 (default then) then: as named at the time; a year: summed into the municipalities of that year
// param $on date (default any) only what holds on this day; unknown ends are open
// param $least integer (default 1) leave out pairs with fewer projects in common
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column first text one of the two
// column second text the other
// column together integer number of projects that both took part in
// column projects list these projects
// column title text title of the earliest article that says so of the first and the first project
// column published date when it was published
// column url text its address
// column sentence text the words that say it
// column secondTitle text title of the earliest article that says so of the second
// column secondPublished date when it was published
// column secondUrl text its address
// column secondSentence text the words that say it
// column sources evidence every sentence that says so of the one or the other, where $evidence is true
MATCH (article:Article)-[:CLAIMS]->(claim:Claim {type: 'PARTICIPATES_IN'})-[:SUBJECT]->(member:Municipality)
MATCH (claim)-[:OBJECT]->(project:Project)
WHERE claim.confidence >= $confidence AND ($on IS NULL OR (
  (claim.since IS NULL OR claim.since <= date($on)) AND (claim.until IS NULL OR claim.until >= date($on))
  AND NOT EXISTS {
    MATCH (other:Claim)
    WHERE other.fact = claim.fact AND other.confidence >= $confidence AND (
      (claim.until IS NULL AND other.until < date($on) AND (claim.since IS NULL OR other.until >= claim.since))
      OR (claim.since IS NULL AND other.since > date($on) AND (claim.until IS NULL OR other.since <= claim.until)))
  }))
WITH project, member, article, claim
ORDER BY coalesce(article.published, '') DESC, article.id, claim.start DESC
WITH project, member, claim.fact AS fact, collect(claim.status) AS told
WHERE size(told) = 0 OR told[0] <> 'declined'
OPTIONAL MATCH (member)-[counted:COUNTED_IN {boundaries: $boundaries, whole: true}]->(holder:Municipality)
WITH project, fact, coalesce(holder, member) AS unit
MATCH (claim:Claim {fact: fact})
WHERE claim.confidence >= $confidence AND (claim.status IS NULL OR claim.status <> 'declined')
MATCH (claim)<-[:CLAIMS]-(article:Article)
WITH project, unit, article, claim
ORDER BY coalesce(article.published, '9'), article.id, claim.start
WITH project, unit, collect(claim) AS claims, collect(CASE WHEN $evidence THEN {
  article: article.id, title: article.title, published: article.published, url: article.url,
  sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
} END) AS sentences
WITH project, collect({
  id: unit.id, name: unit.name, sortKey: unit.sortKey,
  earliest: claims[0], claims: size(claims), sentences: sentences
}) AS members
ORDER BY project.sortKey, project.id
UNWIND members AS one
WITH project, members, one
WHERE $municipality IS NULL OR $municipality IN [one.id, one.name]
UNWIND members AS other
WITH project, one, other
WHERE one.id <> other.id AND ($municipality IS NOT NULL
  OR one.sortKey < other.sortKey OR (one.sortKey = other.sortKey AND one.id < other.id))
WITH one.id AS id, one.name AS name, one.sortKey AS sortKey,
  other.id AS otherId, other.name AS otherName, other.sortKey AS otherSortKey,
  collect(project.name) AS projects, collect(one.earliest) AS earliest, collect(other.earliest) AS otherEarliest,
  sum(one.claims + other.claims) AS claims, collect(CASE WHEN $evidence THEN one.sentences + other.sentences END) AS sentences
WHERE size(projects) >= $least
WITH id, name, sortKey, otherId, otherName, otherSortKey, projects, claims, sentences,
  earliest[0] AS claim, otherEarliest[0] AS otherClaim
MATCH (claim)<-[:CLAIMS]-(article:Article)
MATCH (otherClaim)<-[:CLAIMS]-(otherArticle:Article)
RETURN
  name AS first,
  otherName AS second,
  size(projects) AS together,
  projects,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  claim.sentence AS sentence,
  otherArticle.title AS secondTitle,
  otherArticle.published AS secondPublished,
  otherArticle.url AS secondUrl,
  otherClaim.sentence AS secondSentence,
  CASE WHEN $evidence THEN reduce(found = [], some IN sentences | found + some) ELSE claims END AS sources
ORDER BY together DESC, sortKey, id, otherSortKey, otherId
