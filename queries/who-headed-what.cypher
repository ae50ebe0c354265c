// Who headed what, and when
// Who headed which institution, municipality or project: from when to when as far as articles tell, and between which days of publication they say so. One row for each person and place, in the order of time; deputies are not heads.
// param $place entity (default any) an institution, municipality or project; a municipality stands for its institutions too
// param $person person (default any) a person
// param $boundaries text one of then|2009|2021|2025 (default then) then: as named at the time; a year: a municipality stands for all that lies in the municipality of that year, its parts and predecessors too
// param $on date (default any) only who headed it on this day; unknown ends are open
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column place text the institution, municipality or project
// column person text who headed it
// column role text the post, as the latest article that gives one
// column since date first day, as far as articles tell
// column until date last day, likewise
// column status text ended where articles say that it is over, planned where it is to come
// column articles integer how many articles say so; copies count once
// column firstSaid date when the earliest of them was published
// column lastSaid date when the latest of them was published
// column title text title of the latest article
// column published date when it was published
// column url text its address
// column sentence text the words that say it
// column evidence list further words that complete it: a start, an end
// column sources evidence every sentence that says so
OPTIONAL MATCH (asked:Municipality)
WHERE $place IN [asked.id, asked.name]
// Boundaries of a year: one hop up to the municipality of that year, and one down to all that lies in it.
OPTIONAL MATCH (asked)-[up:COUNTED_IN {boundaries: $boundaries, whole: true}]->(unit:Municipality)
OPTIONAL MATCH (part:Municipality)-[down:COUNTED_IN {boundaries: $boundaries, whole: true}]->(unit)
WITH collect(DISTINCT asked.id) AS asked, collect(DISTINCT part.id) AS parts
WITH asked + parts AS places
OPTIONAL MATCH (municipality:Municipality)<-[:LOCATED_IN]-(inside:Entity)
WHERE municipality.id IN places
WITH places, collect(DISTINCT inside.id) AS bodies
MATCH (who:Person)-[headed:HEADS]->(body:Entity)
WHERE ($person IS NULL OR $person IN [who.id, who.name])
  AND ($on IS NULL OR ((headed.since IS NULL OR headed.since <= date($on)) AND (headed.until IS NULL OR headed.until >= date($on))))
  AND ($place IS NULL OR $place IN [body.id, body.name] OR body.id IN places OR body.owner IN places OR body.id IN bodies)
MATCH (who)<-[:SUBJECT]-(claim:Claim {type: 'HEADS'})-[:OBJECT]->(body)
WHERE claim.confidence >= $confidence
MATCH (claim)<-[:CLAIMS]-(article:Article)
WITH who, headed, body, claim, article
ORDER BY coalesce(article.published, '') DESC, article.id, claim.start
WITH who, headed, body, count(DISTINCT article.story) AS articles, min(article.published) AS firstSaid, max(article.published) AS lastSaid, collect({
  article: article.id, title: article.title, published: article.published, url: article.url,
  sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
}) AS sources
WITH who, headed, body, articles, firstSaid, lastSaid, sources, sources[0] AS latest
RETURN
  body.name AS place,
  who.name AS person,
  headed.role AS role,
  headed.sinceValue AS since,
  headed.untilValue AS until,
  headed.status AS status,
  articles,
  firstSaid,
  lastSaid,
  latest.title AS title,
  latest.published AS published,
  latest.url AS url,
  latest.sentence AS sentence,
  latest.evidence AS evidence,
  sources
ORDER BY body.sortKey, place, body.id, coalesce(since, firstSaid, ''), who.sortKey, person, who.id
