// People and their posts
// Who heads or works at an institution, or the institutions of a municipality, in what post, and when articles said so; one row for each person and place.
// param $place entity (default any) an institution or a municipality; a municipality stands for its institutions too
// param $person person (default any) a person
// param $boundaries text one of then|2009|2021|2025 (default then) then: as named at the time; a year: a municipality stands for all that lies in the municipality of that year, its parts and predecessors too
// param $on date (default any) only what holds on this day; an end that one claim leaves open is that of the others, and unknown ends are open
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column person text the person
// column role text the post, as the latest article that gives one
// column heads text yes for a head, empty for others
// column place text the institution or municipality
// column since date first day, as far as articles tell
// column until date last day, likewise
// column status text ended where articles say that it is over, planned where it is to come
// column articles integer how many articles say so; copies count once
// column title text title of the latest article
// column published date when the article was published
// column url text address of the article
// column sentence text the words that say it
// column evidence list further words that complete it: a start, an end
// column sources evidence every sentence that says so, the latest article first
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
MATCH (article:Article)-[:CLAIMS]->(claim:Claim)-[:SUBJECT]->(who:Person)
WHERE claim.type IN ['HEADS', 'WORKS_AT'] AND claim.confidence >= $confidence AND ($on IS NULL OR (
  (claim.since IS NULL OR claim.since <= date($on)) AND (claim.until IS NULL OR claim.until >= date($on))
  AND NOT EXISTS {
    MATCH (other:Claim)
    WHERE other.fact = claim.fact AND other.confidence >= $confidence AND (
      (claim.until IS NULL AND other.until < date($on) AND (claim.since IS NULL OR other.until >= claim.since))
      OR (claim.since IS NULL AND other.since > date($on) AND (claim.until IS NULL OR other.since <= claim.until)))
  }))
  AND ($person IS NULL OR $person IN [who.id, who.name])
MATCH (claim)-[:OBJECT]->(body:Entity)
WHERE $place IS NULL OR $place IN [body.id, body.name] OR body.id IN places OR body.owner IN places OR body.id IN bodies
WITH article, claim, who, body
ORDER BY coalesce(article.published, '') DESC, article.id, claim.start
WITH who, body, claim.type AS type, count(DISTINCT article.story) AS articles, collect({
  article: article.id, title: article.title, published: article.published, url: article.url,
  sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
}) AS sources
MATCH (who)-[post:HEADS|WORKS_AT]->(body)
WHERE type(post) = type
WITH who, body, type, articles, sources, post, sources[0] AS latest
RETURN
  who.name AS person,
  post.role AS role,
  CASE WHEN type = 'HEADS' THEN 'yes' END AS heads,
  body.name AS place,
  post.sinceValue AS since,
  post.untilValue AS until,
  post.status AS status,
  articles,
  latest.title AS title,
  latest.published AS published,
  latest.url AS url,
  latest.sentence AS sentence,
  latest.evidence AS evidence,
  sources
ORDER BY body.sortKey, place, body.id, heads, who.sortKey, person, who.id
