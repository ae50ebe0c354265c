// Municipalities by project
// Which municipalities take part in which projects, since when and until when, and which sentence of which article says so. A municipality that joined a pilot is found by the name of the whole project too, with the pilot named.
// param $project project (default any) title or number of a project or of a pilot; its parts are included
// param $boundaries text one of then|2009|2021|2025 (default then) then: as named at the time; a year: the municipality of that year in which it lies
// param $on date (default any) only what holds on this day; an end that one claim leaves open is that of the others, and unknown ends are open
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column municipality text the municipality, in the boundaries asked for
// column named text what the article names, where that is another one
// column divided list the municipalities of that year among which it is divided: it then stands as itself
// column project text the project or pilot that it takes part in
// column partOf text the project that this one is part of
// column since date first day, as far as the article tells (2019, 2019-05 or 2019-05-16)
// column until date last day, likewise
// column status text planned, began, takes part, ended or declined
// column title text title of the article
// column published date when the article was published
// column url text address of the article
// column sentence text the words that say it
// column evidence list further words that complete it: a start, an end
// column sources evidence that sentence, with its place in the article
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
// Boundaries of a year: one hop. Where nothing holds it whole, and for `then`, the municipality stands for itself.
OPTIONAL MATCH (member)-[counted:COUNTED_IN {boundaries: $boundaries, whole: true}]->(holder:Municipality)
WITH article, claim, member, joined, coalesce(holder, member) AS unit
OPTIONAL MATCH (joined)-[:PART_OF*1..4]->(whole:Project)
WITH article, claim, member, unit, joined, collect(DISTINCT whole) AS wholes
WITH article, claim, member, unit, joined, wholes
WHERE $project IS NULL
  OR $project IN [joined.id, joined.name]
  OR $project IN [one IN wholes | one.id]
  OR $project IN [one IN wholes | one.name]
RETURN
  unit.name AS municipality,
  CASE WHEN unit.id <> member.id THEN member.name END AS named,
  [(member)-[part:COUNTED_IN {boundaries: $boundaries, whole: false}]->(share:Municipality) | share.name] AS divided,
  joined.name AS project,
  [one IN wholes | one.name][0] AS partOf,
  claim.sinceValue AS since,
  claim.untilValue AS until,
  claim.status AS status,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  claim.sentence AS sentence,
  claim.evidence AS evidence,
  [{
    article: article.id, title: article.title, published: article.published, url: article.url,
    sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
  }] AS sources
ORDER BY joined.sortKey, project, unit.sortKey, municipality, member.sortKey, published, title, sentence
