// Facts that rest on one article only
// What a single article says and no other confirms, the least certain first; with how many other articles name both and say nothing of it. An article and its copies elsewhere are one. Where an institution lies is left out.
// param $entity entity (default any) whom or what the facts are about
// param $fact text one of HEADS|WORKS_AT|PARTICIPATES_IN|IMPLEMENTS|FUNDS|PARTNER_OF|TOOK_PLACE_IN|PERIOD (default any) only this kind of fact
// param $on date (default any) only what holds on this day; unknown ends are open
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column subject text who or what
// column fact text HEADS, WORKS_AT, PARTICIPATES_IN, IMPLEMENTS, FUNDS, PARTNER_OF, TOOK_PLACE_IN or PERIOD (of a project)
// column object text of whom or what
// column since date first day, as far as the article tells
// column until date last day, likewise
// column status text planned, began, takes part, ended or declined
// column confidence decimal 0 to 1
// column copies integer how many copies of the article say it too
// column silent integer how many other articles name both and do not say it; copies count once
// column title text title of the article; of copies the original where it says so
// column published date when the article was published
// column url text address of the article
// column sentence text the words that say it
// column evidence list further words that complete it: a start, an end
// column sources evidence every sentence that says so, where $evidence is true
MATCH (any:Claim)<-[:CLAIMS]-(teller:Article)
WHERE any.type <> 'LOCATED_IN' AND ($fact IS NULL OR any.type = $fact)
WITH any.fact AS fact, collect(any) AS told, collect(DISTINCT teller.story) AS stories
WHERE size(stories) = 1
WITH told, stories[0] AS story, told[0] AS any
MATCH (any)-[:SUBJECT]->(who:Entity)
OPTIONAL MATCH (any)-[:OBJECT]->(whom:Entity)
WITH told, story, any, who, whom
WHERE $entity IS NULL OR $entity IN [who.id, who.name] OR $entity IN [whom.id, whom.name]
// which articles name both is looked up from the one that fewer name: a person or an event, else a project
WITH told, story, who, whom, any.type IN ['HEADS', 'WORKS_AT', 'TOOK_PLACE_IN'] AS ofWho, coalesce(whom, who) AS also
WITH told, story, who, whom, CASE WHEN ofWho THEN who ELSE also END AS few, CASE WHEN ofWho THEN also ELSE who END AS many
OPTIONAL MATCH (few)<-[:MENTIONS]-(other:Article)
WHERE other.story <> story
OPTIONAL MATCH (other)-[names:MENTIONS]->(many)
WITH told, who, whom, count(DISTINCT CASE WHEN names IS NOT NULL THEN other.story END) AS silent
UNWIND told AS claim
WITH claim, who, whom, silent
WHERE claim.confidence >= $confidence
  AND ($on IS NULL OR ((claim.since IS NULL OR claim.since <= date($on)) AND (claim.until IS NULL OR claim.until >= date($on))))
MATCH (claim)<-[:CLAIMS]-(article:Article)
WITH article, claim, who, whom, silent, CASE WHEN article.story = article.id THEN 0 ELSE 1 END AS copy
ORDER BY copy, coalesce(article.published, '9'), article.id, claim.start, claim.id
WITH who, whom, silent, claim.type AS type, collect(claim) AS claims, collect(DISTINCT article) AS articles,
  max(claim.confidence) AS surest, collect(CASE WHEN $evidence THEN {
    article: article.id, title: article.title, published: article.published, url: article.url,
    sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
  } END) AS sentences
WITH articles[0] AS article, size(articles) - 1 AS copies, who, whom, claims[0] AS claim, size(claims) AS said,
  surest, sentences, silent, type
RETURN
  who.name AS subject,
  type AS fact,
  whom.name AS object,
  claim.sinceValue AS since,
  claim.untilValue AS until,
  claim.status AS status,
  surest AS confidence,
  copies,
  silent,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  claim.sentence AS sentence,
  claim.evidence AS evidence,
  CASE WHEN $evidence THEN sentences ELSE said END AS sources
ORDER BY confidence, fact, who.sortKey, subject, who.id, whom.sortKey, object, title
