// Institutions behind a project
// Who implements or funds a project, who is a partner of it, and who takes part as an institution; for a part of a project also who stands behind the whole.
// param $project project title or number of a project or of a pilot
// param $on date (default any) only what holds on this day; an end that one claim leaves open is that of the others, and unknown ends are open
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column institution text the institution
// column does text IMPLEMENTS, FUNDS, PARTNER_OF or PARTICIPATES_IN
// column project text the project, its part or its whole
// column since date first day, as far as the article tells
// column until date last day, likewise
// column title text title of the article
// column published date when the article was published
// column url text address of the article
// column sentence text the words that say it
// column evidence list further words that complete it: a start, an end
// column sources evidence that sentence, with its place in the article
MATCH (project:Project)
WHERE $project IN [project.id, project.name]
MATCH path = (project)-[:PART_OF*0..4]->(whole:Project)
WITH whole, min(length(path)) AS above
MATCH (whole)<-[:OBJECT]-(claim:Claim)-[:SUBJECT]->(body:Institution)
WHERE claim.type IN ['IMPLEMENTS', 'FUNDS', 'PARTNER_OF', 'PARTICIPATES_IN'] AND claim.confidence >= $confidence AND ($on IS NULL OR (
  (claim.since IS NULL OR claim.since <= date($on)) AND (claim.until IS NULL OR claim.until >= date($on))
  AND NOT EXISTS {
    MATCH (other:Claim)
    WHERE other.fact = claim.fact AND other.confidence >= $confidence AND (
      (claim.until IS NULL AND other.until < date($on) AND (claim.since IS NULL OR other.until >= claim.since))
      OR (claim.since IS NULL AND other.since > date($on) AND (claim.until IS NULL OR other.since <= claim.until)))
  }))
MATCH (claim)<-[:CLAIMS]-(article:Article)
RETURN
  body.name AS institution,
  claim.type AS does,
  whole.name AS project,
  claim.sinceValue AS since,
  claim.untilValue AS until,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  claim.sentence AS sentence,
  claim.evidence AS evidence,
  [{
    article: article.id, title: article.title, published: article.published, url: article.url,
    sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
  }] AS sources
ORDER BY above, does, body.sortKey, institution, published, title, sentence
