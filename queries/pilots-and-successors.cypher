// Pilots and what they grew into
// The story of each pilot in the order of time: who joined, left or declined in each article, which project it is part of, and in which projects that came later its municipalities take part. That a later project continues the pilot is not said by these sentences: it is for the reader to judge.
// param $project project (default any) one pilot
// param $boundaries text one of then|2009|2021|2025 (default 2021) later projects: municipalities that lie in one municipality of this year are taken for one, as the pilot's and the later ones may be of different years; then: only as named
// param $common integer (default 2) leave out later projects with fewer of the pilot's municipalities
// param $on date (default any) the story up to this day
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column pilot text the pilot
// column day date the first day of the step, else its last, else when the article was published
// column step text planned, began, takes part, ended or declined; part of; or later project
// column project text the project that it is part of, or the later one
// column municipalities list whom the step concerns; of a later project in the boundaries asked for
// column number integer how many these are
// column title text title of the article; of a later project the earliest
// column published date when the article was published
// column url text address of the article
// column sentence text the words that say it
// column sources evidence every sentence of the step
CALL {
  MATCH (article:Article)-[:CLAIMS]->(claim:Claim {type: 'PARTICIPATES_IN'})-[:OBJECT]->(tried:Project {type: 'pilot'})
  WHERE claim.confidence >= $confidence
  MATCH (claim)-[:SUBJECT]->(member:Municipality)
  WITH tried, article, claim, member,
    coalesce(claim.sinceValue, claim.untilValue, article.published) AS day, coalesce(claim.status, 'takes part') AS step
  ORDER BY member.sortKey, member.id, claim.start
  WITH tried, article, day, step, collect(DISTINCT member.name) AS municipalities, collect({
    article: article.id, title: article.title, published: article.published, url: article.url,
    sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
  }) AS sources
  RETURN tried, day, step, null AS project, municipalities, sources
  UNION ALL
  MATCH (tried:Project {type: 'pilot'})-[:PART_OF]->(whole:Project)
  MATCH (article:Article)-[:MENTIONS]->(tried)
  MATCH (article)<-[:`IN`]-(mention:Mention)-[:OF]->(whole)
  WITH tried, whole, article, mention
  ORDER BY coalesce(article.published, '9'), article.id, mention.start
  WITH tried, whole, collect({
    article: article.id, title: article.title, published: article.published, url: article.url,
    sentence: mention.sentence, evidence: [], start: mention.sentenceStart, end: mention.sentenceEnd
  }) AS sources
  RETURN tried, sources[0].published AS day, 'part of' AS step, whole.name AS project, [] AS municipalities, sources
  UNION ALL
  MATCH (claim:Claim {type: 'PARTICIPATES_IN'})-[:OBJECT]->(tried:Project {type: 'pilot'})
  WHERE claim.confidence >= $confidence AND (claim.status IS NULL OR claim.status <> 'declined')
  MATCH (claim)<-[:CLAIMS]-(article:Article)
  MATCH (claim)-[:SUBJECT]->(member:Municipality)
  OPTIONAL MATCH (member)-[counted:COUNTED_IN {boundaries: $boundaries, whole: true}]->(holder:Municipality)
  WITH tried, coalesce(holder, member) AS unit, min(coalesce(claim.since, article.publishedOn)) AS joined
  WITH tried, min(joined) AS began, collect(unit.id) AS units
  MATCH (later:Project)<-[:OBJECT]-(claim2:Claim {type: 'PARTICIPATES_IN'})-[:SUBJECT]->(member2:Municipality)
  WHERE later.id <> tried.id AND claim2.confidence >= $confidence AND (claim2.status IS NULL OR claim2.status <> 'declined')
    AND NOT EXISTS { (tried)-[:PART_OF]->(later) }
  MATCH (claim2)<-[:CLAIMS]-(article2:Article)
  OPTIONAL MATCH (member2)-[counted2:COUNTED_IN {boundaries: $boundaries, whole: true}]->(holder2:Municipality)
  WITH tried, began, units, later, claim2, article2, coalesce(holder2, member2) AS unit2,
    coalesce(claim2.since, article2.publishedOn) AS from
  ORDER BY coalesce(article2.published, '9'), article2.id, unit2.sortKey, claim2.start
  WITH tried, began, units, later, min(from) AS first, collect({id: unit2.id, name: unit2.name, source: {
    article: article2.id, title: article2.title, published: article2.published, url: article2.url,
    sentence: claim2.sentence, evidence: claim2.evidence, start: claim2.start, end: claim2.end
  }}) AS all
  WITH tried, began, later, first, [one IN all WHERE one.id IN units] AS common
  WHERE first > began
  UNWIND common AS one
  WITH tried, later, first, common, collect(DISTINCT one.name) AS municipalities
  WHERE size(municipalities) >= $common
  RETURN tried, toString(first) AS day, 'later project' AS step, later.name AS project, municipalities,
    [one IN common | one.source] AS sources
}
WITH tried, day, step, project, municipalities, sources, sources[0] AS source
WHERE ($project IS NULL OR $project IN [tried.id, tried.name]) AND ($on IS NULL OR day <= $on)
RETURN
  tried.name AS pilot,
  day,
  step,
  project,
  municipalities,
  CASE WHEN size(municipalities) > 0 THEN size(municipalities) END AS number,
  source.title AS title,
  source.published AS published,
  source.url AS url,
  source.sentence AS sentence,
  sources
ORDER BY tried.sortKey, pilot, tried.id, coalesce(day, ''), step, project, title
