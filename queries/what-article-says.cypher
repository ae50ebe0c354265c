// What an article says
// All facts taken from one article, in the order of its text, each with its sentence and the rule that found it.
// param $article article title, address or id of an article
// param $on date (default any) only what holds on this day; an end that one claim leaves open is that of the others, and unknown ends are open
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column subject text who or what
// column fact text PERIOD (of a project), HEADS, WORKS_AT, PARTICIPATES_IN, IMPLEMENTS, FUNDS, PARTNER_OF, LOCATED_IN or TOOK_PLACE_IN
// column object text of whom or what
// column role text post, for HEADS and WORKS_AT
// column since date first day, as far as the article tells
// column until date last day, likewise
// column status text planned, began, takes part, ended or declined
// column confidence decimal 0 to 1
// column rule text the rule that found it
// column title text title of the article
// column published date when the article was published
// column url text address of the article
// column sentence text the words that say it
// column evidence list further words that complete it: a start, an end
// column sources evidence that sentence, with its place in the article
MATCH (article:Article)
WHERE $article IN [article.id, article.url, article.title]
MATCH (article)-[:CLAIMS]->(claim:Claim)
WHERE claim.confidence >= $confidence AND ($on IS NULL OR (
  (claim.since IS NULL OR claim.since <= date($on)) AND (claim.until IS NULL OR claim.until >= date($on))
  AND NOT EXISTS {
    MATCH (other:Claim)
    WHERE other.fact = claim.fact AND other.confidence >= $confidence AND (
      (claim.until IS NULL AND other.until < date($on) AND (claim.since IS NULL OR other.until >= claim.since))
      OR (claim.since IS NULL AND other.since > date($on) AND (claim.until IS NULL OR other.since <= claim.until)))
  }))
MATCH (claim)-[:SUBJECT]->(who:Entity)
OPTIONAL MATCH (claim)-[:OBJECT]->(whom:Entity)
RETURN
  who.name AS subject,
  claim.type AS fact,
  whom.name AS object,
  claim.role AS role,
  claim.sinceValue AS since,
  claim.untilValue AS until,
  claim.status AS status,
  claim.confidence AS confidence,
  claim.rule AS rule,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  claim.sentence AS sentence,
  claim.evidence AS evidence,
  [{
    article: article.id, title: article.title, published: article.published, url: article.url,
    sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
  }] AS sources
ORDER BY article.id, claim.start, fact, who.sortKey, subject, whom.sortKey, object
