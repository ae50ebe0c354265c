// Participation matrix
// What articles say of every municipality and every project that some municipality takes part in: takes part, declined or ended, mentioned only (some article names both and says neither), or not covered by any article. With how many articles cover the one and the other; copies count once.
// param $project project (default any) one project or pilot
// param $boundaries text one of then|2009|2021|2025 (default then) then: as named at the time; a year: summed into the municipalities of that year
// param $on date (default any) what holds on this day; unknown ends are open
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column municipality text the municipality, in the boundaries asked for
// column members list what articles name of it, where that is another one
// column divided list the municipalities of that year among which it is divided: it then stands as itself
// column project text the project or pilot
// column state text takes part, declined or ended, mentioned only, not covered
// sheet municipality members divided municipalityArticles / project projectArticles / state
// column municipalityArticles integer how many articles name the municipality
// column projectArticles integer how many articles name the project
// column bothArticles integer how many articles name both
// column title text title of the latest article that says so, of the first member
// column published date when it was published
// column url text its address
// column sentence text the words that say it
// column sources evidence every sentence that says so or the opposite, of every member
MATCH (member:Municipality)<-[:MENTIONS]-(about:Article)
OPTIONAL MATCH (member)-[:COUNTED_IN {boundaries: $boundaries, whole: true}]->(holder:Municipality)
WITH coalesce(holder, member) AS unit, member, about
ORDER BY member.sortKey, member.id
WITH unit, collect(DISTINCT member) AS named, collect(DISTINCT about.story) AS ofUnit
WITH unit, named, ofUnit, named[0] AS leading
OPTIONAL MATCH (leading)-[:COUNTED_IN {boundaries: $boundaries, whole: false}]->(share:Municipality)
WITH unit, named, ofUnit, share
ORDER BY share.sortKey, share.id
WITH unit, named, ofUnit, collect(share.name) AS divided
MATCH (joined:Project)
WHERE ($project IS NULL OR $project IN [joined.id, joined.name])
  AND EXISTS { (joined)<-[:OBJECT]-(:Claim {type: 'PARTICIPATES_IN'})-[:SUBJECT]->(:Municipality) }
WITH unit, named, divided, joined, ofUnit, [(joined)<-[:MENTIONS]-(about:Article) | about.story] AS ofProject
WITH unit, named, divided, joined, size(ofUnit) AS municipalityArticles,
  size(reduce(found = [], one IN ofProject | CASE WHEN one IN found THEN found ELSE found + [one] END)) AS projectArticles,
  size([one IN ofUnit WHERE one IN ofProject]) AS together
UNWIND named AS member
OPTIONAL MATCH (member)<-[:SUBJECT]-(claim:Claim {type: 'PARTICIPATES_IN'})-[:OBJECT]->(joined)
WHERE claim.confidence >= $confidence AND ($on IS NULL OR (
  (claim.since IS NULL OR claim.since <= date($on)) AND (claim.until IS NULL OR claim.until >= date($on))
  AND NOT EXISTS {
    MATCH (other:Claim)
    WHERE other.fact = claim.fact AND other.confidence >= $confidence AND (
      (claim.until IS NULL AND other.until < date($on) AND (claim.since IS NULL OR other.until >= claim.since))
      OR (claim.since IS NULL AND other.since > date($on) AND (claim.until IS NULL OR other.since <= claim.until)))
  }))
OPTIONAL MATCH (claim)<-[:CLAIMS]-(article:Article)
WITH unit, named, divided, joined, municipalityArticles, projectArticles, together, member, claim, article
ORDER BY coalesce(article.published, ''), article.id, coalesce(claim.sinceValue, claim.untilValue, ''), claim.start
// the latest article that tells decides for each member; a municipality takes part when one of its members does
WITH unit, named, divided, joined, municipalityArticles, projectArticles, together, member, collect({
  status: coalesce(claim.status, 'takes part'), claim: claim.id, article: article.id,
  title: article.title, published: article.published, url: article.url,
  sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
}) AS all
WITH unit, named, divided, joined, municipalityArticles, projectArticles, together, member,
  [one IN all WHERE one.claim IS NOT NULL] AS said
WITH unit, named, divided, joined, municipalityArticles, projectArticles, together, member, said,
  said[size(said) - 1] AS latest
ORDER BY member.sortKey, member.id
WITH unit, named, divided, joined, municipalityArticles, projectArticles, together, collect({
  out: latest.status IN ['declined', 'ended'], told: latest.status IS NOT NULL,
  title: latest.title, published: latest.published, url: latest.url, sentence: latest.sentence, said: said
}) AS sayings
WITH unit, named, divided, joined, municipalityArticles, projectArticles, together,
  reduce(found = [], one IN sayings | found + one.said) AS sources,
  [one IN sayings WHERE one.told AND NOT one.out] AS inside,
  [one IN sayings WHERE one.told AND one.out] AS outside
WITH unit, named, divided, joined, municipalityArticles, projectArticles, together, sources, inside, outside,
  (inside + outside)[0] AS says
RETURN
  unit.name AS municipality,
  [one IN named WHERE one.id <> unit.id | one.name] AS members,
  divided,
  joined.name AS project,
  CASE
    WHEN size(inside) > 0 THEN 'takes part'
    WHEN size(outside) > 0 THEN 'declined or ended'
    WHEN together > 0 THEN 'mentioned only'
    ELSE 'not covered'
  END AS state,
  municipalityArticles,
  projectArticles,
  together AS bothArticles,
  says.title AS title,
  says.published AS published,
  says.url AS url,
  says.sentence AS sentence,
  sources
ORDER BY unit.sortKey, unit.id, joined.sortKey, joined.id
