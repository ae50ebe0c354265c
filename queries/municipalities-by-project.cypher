// Municipalities by project
// Which municipalities take part in which projects, since when and until when, one row for each municipality and project, and which sentences of which articles say so. A municipality that joined a pilot is found by the name of the whole project too, with the pilot named.
// param $project project (default any) title or number of a project or of a pilot; its parts are included
// param $boundaries text one of then|2009|2021|2025 (default then) then: as named at the time; a year: summed into the municipalities of that year
// param $on date (default any) only what holds on this day; an end that one claim leaves open is that of the others, and unknown ends are open
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column municipality text the municipality, in the boundaries asked for
// column named list what articles name of it, where that is another one; with the status where these differ
// column divided list the municipalities of that year among which it is divided: it then stands as itself
// column project text the project or pilot that it takes part in
// column partOf text the project that this one is part of
// column since date first day, as far as articles tell (2019, 2019-05 or 2019-05-16); of several that are named, of those with the status of the row
// column until date last day, likewise; only where all of these have left
// column status text planned, began, takes part, ended or declined: as the latest article that tells; of several that are named the one of these still in
// column articles integer how many articles say so; copies count once
// column title text title of the latest article
// column published date when the article was published
// column url text address of the article
// column sentence text the words that say it
// column evidence list further words that complete it: a start, an end
// column sources evidence every sentence that says so, the latest article first, where $evidence is true
MATCH (article:Article)-[:CLAIMS]->(claim:Claim {type: 'PARTICIPATES_IN'})-[:SUBJECT]->(member:Municipality)
MATCH (claim)-[:OBJECT]->(joined:Project)
WHERE claim.confidence >= $confidence AND ($on IS NULL OR (
  (claim.since IS NULL OR claim.since <= date($on)) AND (claim.until IS NULL OR claim.until >= date($on))
  AND NOT EXISTS {
    MATCH (other:Claim)
    WHERE other.fact = claim.fact AND other.confidence >= $confidence AND (
      (claim.until IS NULL AND other.until < date($on) AND (claim.since IS NULL OR other.until >= claim.since))
      OR (claim.since IS NULL AND other.since > date($on) AND (claim.until IS NULL OR other.since <= claim.until)))
  }))
WITH joined, member, article, claim
ORDER BY coalesce(article.published, '') DESC, article.id, coalesce(claim.sinceValue, claim.untilValue, '') DESC, claim.start DESC
WITH joined, member, collect(DISTINCT article.story) AS stories, max(coalesce(article.published, '')) AS published,
  collect(claim) AS claims, collect(CASE WHEN $evidence THEN {
    article: article.id, title: article.title, published: article.published, url: article.url,
    sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
  } END) AS said
WITH joined, member, stories, published, claims[0] AS latest, size(claims) AS claims, said
MATCH (member)-[joins:PARTICIPATES_IN]->(joined)
// Boundaries of a year: one hop. Where nothing holds it whole, and for `then`, the municipality stands for itself.
OPTIONAL MATCH (member)-[counted:COUNTED_IN {boundaries: $boundaries, whole: true}]->(holder:Municipality)
OPTIONAL MATCH (member)-[part:COUNTED_IN {boundaries: $boundaries, whole: false}]->(share:Municipality)
WITH joined, member, stories, published, latest, claims, said, joins, coalesce(holder, member) AS unit, share
ORDER BY share.sortKey, share.id
WITH joined, member, stories, published, latest, claims, said, joins, unit, collect(share.name) AS divided,
  CASE joins.status WHEN 'declined' THEN 3 WHEN 'ended' THEN 2 WHEN 'planned' THEN 1 ELSE 0 END AS rank
ORDER BY
  rank,
  published DESC, member.sortKey, member.id
WITH joined, unit, collect({
  id: member.id, name: member.name, rank: rank, status: joins.status, told: coalesce(joins.status, 'takes part'),
  divided: divided, since: joins.sinceValue, until: joins.untilValue, stories: stories,
  latest: latest, claims: claims, said: said
}) AS members
OPTIONAL MATCH (joined)-[:PART_OF*1..4]->(whole:Project)
WITH joined, unit, members, collect(DISTINCT whole) AS wholes
WITH joined, unit, members, wholes
WHERE $project IS NULL
  OR $project IN [joined.id, joined.name]
  OR $project IN [one IN wholes | one.id]
  OR $project IN [one IN wholes | one.name]
UNWIND members AS member
WITH joined, unit, members, wholes, member, members[0] AS first
// one that only planned, or has left, tells nothing of those that are in
WITH joined, unit, members, wholes, first,
  min(CASE WHEN member.rank = first.rank THEN member.since END) AS since,
  max(CASE WHEN member.rank = first.rank THEN member.until END) AS until,
  count(DISTINCT member.told) AS states,
  count(CASE WHEN member.rank = first.rank AND member.until IS NULL THEN 1 END) AS open
WITH joined, unit, members, wholes, first, since, until, states, open, first.latest AS latest
UNWIND members AS member
UNWIND member.stories AS story
WITH joined, unit, members, wholes, first, since, until, states, open, latest, count(DISTINCT story) AS articles
MATCH (latest)<-[:CLAIMS]-(article:Article)
RETURN
  unit.name AS municipality,
  [one IN members WHERE one.id <> unit.id AND (one.name <> unit.name OR states > 1) |
    one.name + CASE WHEN states > 1 THEN ': ' + one.told ELSE '' END] AS named,
  first.divided AS divided,
  joined.name AS project,
  [one IN wholes | one.name][0] AS partOf,
  since,
  CASE WHEN open = 0 THEN until END AS until,
  first.status AS status,
  articles,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  latest.sentence AS sentence,
  latest.evidence AS evidence,
  CASE WHEN $evidence THEN reduce(found = [], one IN members | found + one.said)
    ELSE reduce(claims = 0, one IN members | claims + one.claims) END AS sources
ORDER BY joined.sortKey, project, joined.id, unit.sortKey, municipality, unit.id
