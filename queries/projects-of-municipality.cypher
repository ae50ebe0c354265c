// Projects of a municipality
// Which projects and pilots a municipality takes part in, itself or through an institution of its own.
// param $municipality municipality the municipality
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column project text the project or pilot
// column partOf text the project that this one is part of
// column through text the institution of the municipality that takes part; empty when it is the municipality itself
// column since date first day, as far as the article tells
// column until date last day, likewise
// column status text planned, began, takes part, ended or declined
// column title text title of the article
// column published date when the article was published
// column url text address of the article
// column sentence text the words that say it
// column evidence list further words that complete it: a start, an end
// column sources evidence that sentence, with its place in the article
MATCH (municipality:Municipality)
WHERE $municipality IN [municipality.id, municipality.name]
OPTIONAL MATCH (institution:Institution)
WHERE institution.owner = municipality.id OR EXISTS { (institution)-[:LOCATED_IN]->(municipality) }
WITH municipality, collect(DISTINCT institution) AS institutions
UNWIND [municipality] + institutions AS participant
MATCH (participant)<-[:SUBJECT]-(claim:Claim {type: 'PARTICIPATES_IN'})<-[:CLAIMS]-(article:Article)
MATCH (claim)-[:OBJECT]->(joined:Project)
WHERE claim.confidence >= $confidence
OPTIONAL MATCH (joined)-[:PART_OF]->(whole:Project)
WITH DISTINCT municipality, participant, claim, article, joined, whole
RETURN
  joined.name AS project,
  whole.name AS partOf,
  CASE WHEN participant.id = municipality.id THEN null ELSE participant.name END AS through,
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
ORDER BY joined.sortKey, project, since, participant.sortKey, published, title, sentence
