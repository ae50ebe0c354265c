// Municipalities by project
// Which municipalities take part in which projects, since when and until when, and which sentence of which article says so. A municipality that joined a pilot is found by the name of the whole project too, with the pilot named.
// param $project project (default any) title or number of a project or of a pilot; its parts are included
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column municipality text the municipality, in the boundaries of the article's time
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
MATCH (article:Article)-[:CLAIMS]->(claim:Claim {type: 'PARTICIPATES_IN'})-[:SUBJECT]->(member:Municipality)
MATCH (claim)-[:OBJECT]->(joined:Project)
WHERE claim.confidence >= $confidence
OPTIONAL MATCH (joined)-[:PART_OF*1..4]->(whole:Project)
WITH article, claim, member, joined, collect(DISTINCT whole) AS wholes
WITH article, claim, member, joined, wholes
WHERE $project IS NULL
  OR $project IN [joined.id, joined.name]
  OR $project IN [one IN wholes | one.id]
  OR $project IN [one IN wholes | one.name]
RETURN
  member.name AS municipality,
  joined.name AS project,
  [one IN wholes | one.name][0] AS partOf,
  claim.sinceValue AS since,
  claim.untilValue AS until,
  claim.status AS status,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  claim.sentence AS sentence,
  claim.evidence AS evidence
ORDER BY joined.sortKey, project, member.sortKey, municipality, published, title, sentence
