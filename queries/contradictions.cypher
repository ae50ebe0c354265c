// Contradictions
// Where two articles cannot both be right, side by side: other first or last days of one fact, two heads at one time, a municipality that declined and takes part, other lists of participants, other numbers of them within a year (later there may be more). What copies of an article say is listed once. Nothing is decided here.
// param $entity entity (default any) the project, institution, municipality or person that they are about
// param $on date (default any) only facts that hold on this day by the earlier article; unknown ends are open, lists and numbers are of any day
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// param $firstRun text (default any) leave out what was known before this run: id, as `saites runs` gives it
// param $lastRun text (default any) leave out what came after this run
// column kind text since, until, heads, status, participants or number
// column about text the project or institution
// column subject text whom the fact is about; empty for lists and numbers
// column first text what the earlier article says
// column second text what the later article says
// column title text title of the earlier article
// column published date when it was published
// column url text its address
// column sentence text the words that say it
// column secondTitle text title of the later article
// column secondPublished date when it was published
// column secondUrl text its address
// column secondSentence text the words that say it
CALL {
  MATCH (article:Article)-[:CLAIMS]->(claim:Claim)-[:SUBJECT]->(subject:Entity)
  MATCH (claim)-[:OBJECT]->(object:Entity)
  WHERE claim.type <> 'LOCATED_IN' AND ($on IS NULL OR ((claim.since IS NULL OR claim.since <= date($on)) AND (claim.until IS NULL OR claim.until >= date($on))))
    AND (claim.since IS NOT NULL OR claim.until IS NOT NULL OR claim.status IS NOT NULL)
    AND ($entity IS NULL OR $entity IN [subject.id, subject.name, object.id, object.name])
  MATCH (claim2:Claim {fact: claim.fact})<-[:CLAIMS]-(article2:Article)
  WHERE article.id <> article2.id
    AND (coalesce(article.published, '') < coalesce(article2.published, '')
      OR (coalesce(article.published, '') = coalesce(article2.published, '') AND article.id < article2.id))
  UNWIND ['since', 'until', 'status'] AS kind
  WITH article, claim, subject, object, article2, claim2, kind,
    CASE kind WHEN 'since' THEN claim.sinceValue WHEN 'until' THEN claim.untilValue ELSE claim.status END AS first,
    CASE kind WHEN 'since' THEN claim2.sinceValue WHEN 'until' THEN claim2.untilValue ELSE claim2.status END AS second
  WHERE first IS NOT NULL AND second IS NOT NULL AND (
    (kind <> 'status' AND NOT first STARTS WITH second AND NOT second STARTS WITH first)
    OR (kind = 'status' AND first = 'declined' AND second IN ['began', 'takes part'])
    OR (kind = 'status' AND second = 'declined' AND first IN ['began', 'takes part']))
  RETURN kind, object.name AS about, subject.name AS subject, article.story AS story, article2.story AS story2, first, second,
    article.title AS title, article.published AS published, article.url AS url, claim.sentence AS sentence,
    article2.title AS title2, article2.published AS published2, article2.url AS url2, claim2.sentence AS sentence2,
    [claim.run, claim2.run] AS runs,
    CASE WHEN claim.confidence < claim2.confidence THEN claim.confidence ELSE claim2.confidence END AS confidence
  UNION ALL
  MATCH (article:Article)-[:CLAIMS]->(claim:Claim {type: 'HEADS'})-[:SUBJECT]->(subject:Person)
  MATCH (claim)-[:OBJECT]->(object:Entity)
  MATCH (object)<-[:OBJECT]-(claim2:Claim {type: 'HEADS'})-[:SUBJECT]->(subject2:Person)
  MATCH (claim2)<-[:CLAIMS]-(article2:Article)
  WHERE subject.id <> subject2.id AND article.id <> article2.id
    AND ($entity IS NULL OR $entity IN [subject.id, subject.name, subject2.id, subject2.name, object.id, object.name])
    AND ($on IS NULL OR ((claim.since IS NULL OR claim.since <= date($on)) AND (claim.until IS NULL OR claim.until >= date($on))))
    AND (coalesce(article.published, '') < coalesce(article2.published, '')
      OR (coalesce(article.published, '') = coalesce(article2.published, '') AND article.id < article2.id))
    AND (claim.role IS NULL OR claim2.role IS NULL
      OR left(claim.role, size(claim.role) - 1) = left(claim2.role, size(claim2.role) - 1))
    // who is head no more, or is to be, on a day that nobody tells
    AND NOT (coalesce(claim.status, '') IN ['planned', 'ended', 'declined'] AND claim.since IS NULL AND claim.until IS NULL)
    AND NOT (coalesce(claim2.status, '') IN ['planned', 'ended', 'declined'] AND claim2.since IS NULL AND claim2.until IS NULL)
    AND coalesce(claim.since, CASE WHEN claim.until < article.publishedOn THEN claim.until ELSE article.publishedOn END)
      <= coalesce(claim2.until, CASE WHEN claim2.since > article2.publishedOn THEN claim2.since ELSE article2.publishedOn END)
    AND coalesce(claim2.since, CASE WHEN claim2.until < article2.publishedOn THEN claim2.until ELSE article2.publishedOn END)
      <= coalesce(claim.until, CASE WHEN claim.since > article.publishedOn THEN claim.since ELSE article.publishedOn END)
  RETURN 'heads' AS kind, object.name AS about, null AS subject, article.story AS story, article2.story AS story2,
    subject.name AS first, subject2.name AS second,
    article.title AS title, article.published AS published, article.url AS url, claim.sentence AS sentence,
    article2.title AS title2, article2.published AS published2, article2.url AS url2, claim2.sentence AS sentence2,
    [claim.run, claim2.run] AS runs,
    CASE WHEN claim.confidence < claim2.confidence THEN claim.confidence ELSE claim2.confidence END AS confidence
  UNION ALL
  MATCH (article:Article)-[:CLAIMS]->(claim:Claim {type: 'PARTICIPATES_IN'})-[:SUBJECT]->(member:Municipality)
  MATCH (claim)-[:OBJECT]->(project:Project)
  WHERE (claim.status IS NULL OR claim.status IN ['began', 'takes part'])
    AND ($entity IS NULL OR $entity IN [project.id, project.name])
  WITH article, project, claim, member
  ORDER BY claim.start, member.sortKey
  WITH article, project, collect(DISTINCT member.name) AS members, collect(claim.sentence) AS sentences,
    collect(DISTINCT claim.run) AS runs, min(claim.confidence) AS confidence
  WHERE size(members) >= 3
  WITH project, collect({
    article: article.id, story: article.story, title: article.title, published: article.published, url: article.url,
    sentence: sentences[0], members: members, runs: runs, confidence: confidence
  }) AS lists
  UNWIND lists AS one
  UNWIND lists AS other
  WITH project, one, other
  WHERE one.article <> other.article
    AND (coalesce(one.published, '') < coalesce(other.published, '')
      OR (coalesce(one.published, '') = coalesce(other.published, '') AND one.article < other.article))
    AND any(name IN one.members WHERE NOT name IN other.members)
    AND any(name IN other.members WHERE NOT name IN one.members)
  RETURN 'participants' AS kind, project.name AS about, null AS subject, one.story AS story, other.story AS story2,
    'also ' + reduce(text = '', name IN [each IN one.members WHERE NOT each IN other.members] |
      text + CASE text WHEN '' THEN '' ELSE ', ' END + name) AS first,
    'also ' + reduce(text = '', name IN [each IN other.members WHERE NOT each IN one.members] |
      text + CASE text WHEN '' THEN '' ELSE ', ' END + name) AS second,
    one.title AS title, one.published AS published, one.url AS url, one.sentence AS sentence,
    other.title AS title2, other.published AS published2, other.url AS url2, other.sentence AS sentence2,
    one.runs + other.runs AS runs,
    CASE WHEN one.confidence < other.confidence THEN one.confidence ELSE other.confidence END AS confidence
  UNION ALL
  MATCH (article:Article)-[:STATES]->(count:StatedCount)
  MATCH (article)<-[:`IN`]-(mention:Mention)-[:OF]->(project:Project)
  WHERE mention.sentence = count.sentence AND ($entity IS NULL OR $entity IN [project.id, project.name])
  WITH DISTINCT article, count, project
  WITH project, count.of AS counted, collect({
    article: article.id, story: article.story, title: article.title, published: article.published, url: article.url,
    sentence: count.sentence, text: count.text, value: count.value, runs: [count.run], confidence: 1
  }) AS counts
  UNWIND counts AS one
  UNWIND counts AS other
  WITH project, one, other
  WHERE one.article <> other.article AND one.value <> other.value
    AND NOT one.text CONTAINS 'jaun' AND NOT other.text CONTAINS 'jaun'
    AND size(one.published) >= 7 AND size(other.published) >= 7
    AND toInteger(left(other.published, 4)) * 12 + toInteger(substring(other.published, 5, 2))
      - toInteger(left(one.published, 4)) * 12 - toInteger(substring(one.published, 5, 2)) < 12
    AND (coalesce(one.published, '') < coalesce(other.published, '')
      OR (coalesce(one.published, '') = coalesce(other.published, '') AND one.article < other.article))
  RETURN 'number' AS kind, project.name AS about, null AS subject, one.story AS story, other.story AS story2,
    one.text AS first, other.text AS second,
    one.title AS title, one.published AS published, one.url AS url, one.sentence AS sentence,
    other.title AS title2, other.published AS published2, other.url AS url2, other.sentence AS sentence2,
    one.runs + other.runs AS runs,
    CASE WHEN one.confidence < other.confidence THEN one.confidence ELSE other.confidence END AS confidence
}
WITH kind, about, subject, story, story2, first, second, title, published, url, sentence, title2, published2, url2, sentence2,
  runs, confidence
WHERE confidence >= $confidence
  AND any(run IN runs WHERE ($firstRun IS NULL OR run >= $firstRun) AND ($lastRun IS NULL OR run <= $lastRun))
// of two stories and their copies once, by the earliest articles that say so
WITH kind, about, subject, first, second, title, published, url, sentence, title2, published2, url2, sentence2,
  CASE WHEN story < story2 THEN story + ' ' + first + ' ' + story2 + ' ' + second ELSE story2 + ' ' + second + ' ' + story + ' ' + first END AS pair
ORDER BY coalesce(published, '9'), coalesce(published2, '9'), title, title2, sentence, sentence2, first, second
WITH kind, about, subject, pair, collect({
  first: first, second: second, title: title, published: published, url: url, sentence: sentence,
  title2: title2, published2: published2, url2: url2, sentence2: sentence2
}) AS all
WITH kind, about, subject, all[0] AS said
RETURN
  kind,
  about,
  subject,
  said.first AS first,
  said.second AS second,
  said.title AS title,
  said.published AS published,
  said.url AS url,
  said.sentence AS sentence,
  said.title2 AS secondTitle,
  said.published2 AS secondPublished,
  said.url2 AS secondUrl,
  said.sentence2 AS secondSentence
ORDER BY kind, about, subject, first, second, title, secondTitle, sentence, secondSentence
