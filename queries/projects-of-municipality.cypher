// Projects of a municipality
// Which projects and pilots a municipality takes part in, itself or through an institution of its own; one row for each project and who takes part.
// param $municipality municipality the municipality
// param $boundaries text one of then|2009|2021|2025 (default then) then: as named at the time; a year: all that articles name in the municipality of that year in which it lies, its parts and predecessors too
// param $on date (default any) only what holds on this day; an end that one claim leaves open is that of the others, and unknown ends are open
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column project text the project or pilot
// column partOf text the project that this one is part of
// column named text what the article names, where that is another municipality
// column through text the institution of the municipality that takes part; empty when it is the municipality itself
// column since date first day, as far as articles tell
// column until date last day, likewise
// column status text planned, began, takes part, ended or declined: as the latest article that tells
// column articles integer how many articles say so; copies count once
// column title text title of the latest article
// column published date when the article was published
// column url text address of the article
// column sentence text the words that say it
// column evidence list further words that complete it: a start, an end
// column sources evidence every sentence that says so, the latest article first
MATCH (asked:Municipality)
WHERE $municipality IN [asked.id, asked.name]
// Boundaries of a year: one hop up to the municipality of that year, and one down to all that lies in it.
OPTIONAL MATCH (asked)-[up:COUNTED_IN {boundaries: $boundaries, whole: true}]->(holder:Municipality)
WITH DISTINCT coalesce(holder, asked) AS unit
OPTIONAL MATCH (inside:Municipality)-[down:COUNTED_IN {boundaries: $boundaries, whole: true}]->(unit)
WITH unit, collect(inside) AS parts
WITH unit, parts + [unit] AS parts
UNWIND parts AS municipality
WITH DISTINCT unit, municipality
OPTIONAL MATCH (institution:Institution)
WHERE institution.owner = municipality.id OR EXISTS { (institution)-[:LOCATED_IN]->(municipality) }
WITH unit, municipality, collect(DISTINCT institution) AS institutions
UNWIND [municipality] + institutions AS participant
MATCH (participant)<-[:SUBJECT]-(claim:Claim {type: 'PARTICIPATES_IN'})<-[:CLAIMS]-(article:Article)
MATCH (claim)-[:OBJECT]->(joined:Project)
WHERE claim.confidence >= $confidence AND ($on IS NULL OR (
  (claim.since IS NULL OR claim.since <= date($on)) AND (claim.until IS NULL OR claim.until >= date($on))
  AND NOT EXISTS {
    MATCH (other:Claim)
    WHERE other.fact = claim.fact AND other.confidence >= $confidence AND (
      (claim.until IS NULL AND other.until < date($on) AND (claim.since IS NULL OR other.until >= claim.since))
      OR (claim.since IS NULL AND other.since > date($on) AND (claim.until IS NULL OR other.since <= claim.until)))
  }))
WITH DISTINCT unit, municipality, participant, claim, article, joined
ORDER BY coalesce(article.published, '') DESC, article.id, coalesce(claim.sinceValue, claim.untilValue, '') DESC, claim.start DESC
WITH unit, municipality, participant, joined, count(DISTINCT article.story) AS articles, collect({
  article: article.id, title: article.title, published: article.published, url: article.url,
  sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
}) AS sources
MATCH (participant)-[joins:PARTICIPATES_IN]->(joined)
OPTIONAL MATCH (joined)-[:PART_OF]->(whole:Project)
WITH unit, municipality, participant, joined, joins, articles, sources, sources[0] AS latest, collect(DISTINCT whole.name) AS wholes
RETURN
  joined.name AS project,
  wholes[0] AS partOf,
  CASE WHEN municipality.id <> unit.id AND municipality.name <> unit.name THEN municipality.name END AS named,
  CASE WHEN participant.id = municipality.id THEN null ELSE participant.name END AS through,
  joins.sinceValue AS since,
  joins.untilValue AS until,
  joins.status AS status,
  articles,
  latest.title AS title,
  latest.published AS published,
  latest.url AS url,
  latest.sentence AS sentence,
  latest.evidence AS evidence,
  sources
ORDER BY joined.sortKey, project, joined.id, participant.sortKey, participant.id
