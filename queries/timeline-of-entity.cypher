// Timeline of an entity
// What is known of a person, municipality, project, institution or event, in the order of time: a fact with dates of its own stands at its first day, or at its last where only that is told; others stand at the day of publication. Where an institution lies is left out, as it has no time.
// param $entity entity whom or what the timeline is of
// param $since date (default any) leave out what was over before this day
// param $until date (default any) leave out what began after this day
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// without on: give the day as --since and as --until
// column day date the fact's first day, else its last, else the day of publication, no more exact than the text (2019 is some day of that year); empty when none is known
// column dated text fact when the day is the fact's own, article when it is the day of publication
// column subject text who or what
// column fact text PERIOD (of a project), HEADS, WORKS_AT, PARTICIPATES_IN, IMPLEMENTS, FUNDS, PARTNER_OF or TOOK_PLACE_IN
// column object text of whom or what
// column until date the fact's last day, no more exact than the text
// column status text planned, began, takes part, ended or declined
// column title text title of the article
// column published date when the article was published
// column url text address of the article
// column sentence text the words that say it
// column evidence list further words that complete it: a start, an end
// column sources evidence that sentence, with its place in the article
MATCH (entity:Entity)
WHERE $entity IN [entity.id, entity.name]
MATCH (entity)<-[:SUBJECT|OBJECT]-(claim:Claim)<-[:CLAIMS]-(article:Article)
MATCH (claim)-[:SUBJECT]->(who:Entity)
WHERE claim.confidence >= $confidence AND claim.type <> 'LOCATED_IN'
OPTIONAL MATCH (claim)-[:OBJECT]->(whom:Entity)
WITH DISTINCT
  article, claim, who, whom,
  coalesce(claim.since, claim.until, article.publishedOn) AS at,
  coalesce(claim.sinceValue, claim.untilValue, article.published) AS day
// «2019» is over before a day when all of 2019 is: as much of the day is compared as is told.
WHERE ($since IS NULL OR claim.until >= date($since) OR day >= left($since, size(day)))
  AND ($until IS NULL OR at <= date($until))
RETURN
  day,
  CASE WHEN claim.since IS NOT NULL OR claim.until IS NOT NULL THEN 'fact' WHEN at IS NOT NULL THEN 'article' END AS dated,
  who.name AS subject,
  claim.type AS fact,
  whom.name AS object,
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
ORDER BY at, day, fact, who.sortKey, subject, whom.sortKey, object, title, sentence
