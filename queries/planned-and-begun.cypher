// What was planned, and whether it began
// Every fact that an article gives as planned, with the latest that articles of that day or later say of it: began, ended, declined, took place, or not told. Not told means that no article read so far says it.
// param $entity entity (default any) the municipality, institution, project or event that it is about
// param $outcome text one of began|ended|declined|not-told (default any) only what came of it so; what took place began
// param $boundaries text one of then|2009|2021|2025 (default then) then: as named at the time; a year: with the municipality of that year in which each lies; what is said of that one itself later counts too
// param $on date (default any) what had come of it by this day, as far as dated articles and facts tell
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column subject text who or what
// column named list what articles name, where the municipality of that year is another one
// column fact text PARTICIPATES_IN, IMPLEMENTS, TOOK_PLACE_IN or another
// column object text in what or where
// column planned date the first day that is planned, as far as the article tells
// column outcome text began, ended, declined or not told
// column day date the day of that, as far as articles tell
// column title text title of the first article that gives it as planned
// column published date when it was published
// column url text its address
// column sentence text the words that say it
// column secondTitle text title of the article that tells what came of it
// column secondPublished date when it was published
// column secondUrl text its address
// column secondSentence text the words that say it
// column sources evidence every sentence of the plan and of what came of it
MATCH (article:Article)-[:CLAIMS]->(claim:Claim {status: 'planned'})-[:SUBJECT]->(who:Entity)
WHERE claim.confidence >= $confidence AND ($on IS NULL OR article.publishedOn <= date($on))
MATCH (claim)-[:OBJECT]->(whom:Entity)
// Boundaries of a year: one hop. Where nothing holds it whole, and for `then`, the municipality stands for itself.
OPTIONAL MATCH (who)-[:COUNTED_IN {boundaries: $boundaries, whole: true}]->(whoHolder:Municipality)
OPTIONAL MATCH (whom)-[:COUNTED_IN {boundaries: $boundaries, whole: true}]->(whomHolder:Municipality)
WITH who, whom, claim, article, coalesce(whoHolder, who) AS whoUnit, coalesce(whomHolder, whom) AS whomUnit
WHERE $entity IS NULL
  OR $entity IN [who.id, who.name, whom.id, whom.name, whoUnit.id, whoUnit.name, whomUnit.id, whomUnit.name]
WITH who, whom, whoUnit, whomUnit, claim, article
ORDER BY coalesce(article.published, '9'), article.id, claim.start
WITH who, whom, whoUnit, whomUnit, claim.type AS type, claim.fact AS fact, collect(claim) AS plans, collect({
  article: article.id, title: article.title, published: article.published, url: article.url,
  sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
}) AS planSaid
WITH who, whom, whoUnit, whomUnit, type, fact, plans[0] AS plan, planSaid
WITH who, whom, whoUnit, whomUnit, type, fact, plan, planSaid, planSaid[0] AS first
UNWIND CASE WHEN who.id = whoUnit.id THEN [who] ELSE [who, whoUnit] END AS teller
OPTIONAL MATCH (teller)<-[:SUBJECT]-(later:Claim)<-[:CLAIMS]-(laterArticle:Article)
WHERE later.fact IN [fact, whoUnit.id + ' ' + type + ' ' + whomUnit.id] AND (later.status IS NULL OR later.status <> 'planned') AND later.confidence >= $confidence
  AND ($on IS NULL OR coalesce(later.until, later.since, laterArticle.publishedOn) <= date($on))
  AND (laterArticle.published IS NULL OR first.published IS NULL
    OR left(laterArticle.published, size(first.published)) >= left(first.published, size(laterArticle.published)))
WITH who, whom, whoUnit, whomUnit, type, plan, planSaid, first, later, laterArticle
ORDER BY coalesce(laterArticle.published, '') DESC, coalesce(later.since, later.until) DESC, laterArticle.id, later.start
WITH who, whom, whoUnit, whomUnit, type, plan, planSaid, first, collect(later) AS told, collect({
  article: laterArticle.id, title: laterArticle.title, published: laterArticle.published, url: laterArticle.url,
  sentence: later.sentence, evidence: later.evidence, start: later.start, end: later.end
}) AS toldSaid
WITH who, whom, whoUnit, whomUnit, type, plan, planSaid, first, told[0] AS latest,
  [one IN toldSaid WHERE one.article IS NOT NULL] AS toldSaid
WITH who, whom, whoUnit, whomUnit, type, plan, planSaid, first, latest, toldSaid, toldSaid[0] AS last,
  CASE
    WHEN latest IS NULL THEN 'not told'
    WHEN latest.status IN ['ended', 'declined'] THEN latest.status
    ELSE 'began'
  END AS outcome
WHERE $outcome IS NULL OR replace(outcome, ' ', '-') = $outcome
RETURN
  whoUnit.name AS subject,
  [one IN [who, whom] WHERE one.name <> whoUnit.name AND one.name <> whomUnit.name | one.name] AS named,
  type AS fact,
  whomUnit.name AS object,
  plan.sinceValue AS planned,
  outcome,
  CASE outcome WHEN 'ended' THEN latest.untilValue WHEN 'declined' THEN coalesce(latest.untilValue, latest.sinceValue) ELSE latest.sinceValue END AS day,
  first.title AS title,
  first.published AS published,
  first.url AS url,
  first.sentence AS sentence,
  last.title AS secondTitle,
  last.published AS secondPublished,
  last.url AS secondUrl,
  last.sentence AS secondSentence,
  planSaid + toldSaid AS sources
ORDER BY whomUnit.sortKey, object, whom.id, fact, whoUnit.sortKey, subject, who.sortKey, who.id
