// Timeline of an entity
// What is known of a person, municipality, project, institution or event, in the order of time: a fact with a date of its own stands at its first day, others at the day of publication.
// param $entity entity whom or what the timeline is of
// param $since date (default any) leave out what lies before this day
// param $until date (default any) leave out what lies after this day
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column day date the fact's first day, else the day of publication; empty when neither is known
// column dated text fact when the day is the fact's own, article when it is the day of publication
// column subject text who or what
// column fact text PERIOD (of a project), HEADS, WORKS_AT, PARTICIPATES_IN, IMPLEMENTS, FUNDS, PARTNER_OF, LOCATED_IN or TOOK_PLACE_IN
// column object text of whom or what
// column until date the fact's last day
// column status text planned, began, takes part, ended or declined
// column title text title of the article
// column published date when the article was published
// column url text address of the article
// column sentence text the words that say it
// column evidence list further words that complete it: a start, an end
MATCH (entity:Entity)
WHERE $entity IN [entity.id, entity.name]
MATCH (entity)<-[:SUBJECT|OBJECT]-(claim:Claim)<-[:CLAIMS]-(article:Article)
MATCH (claim)-[:SUBJECT]->(subject:Entity)
WHERE claim.confidence >= $confidence
OPTIONAL MATCH (claim)-[:OBJECT]->(object:Entity)
WITH DISTINCT article, claim, subject, object, coalesce(claim.since, article.publishedOn) AS at
WHERE ($since IS NULL OR at >= date($since)) AND ($until IS NULL OR at <= date($until))
RETURN
  coalesce(claim.sinceValue, article.published) AS day,
  CASE WHEN claim.since IS NOT NULL THEN 'fact' WHEN at IS NOT NULL THEN 'article' END AS dated,
  subject.name AS subject,
  claim.type AS fact,
  object.name AS object,
  claim.untilValue AS until,
  claim.status AS status,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  claim.sentence AS sentence,
  claim.evidence AS evidence
ORDER BY at, subject, fact, object, title, sentence
