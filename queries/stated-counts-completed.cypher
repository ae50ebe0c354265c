// Stated counts completed
// For every number of municipalities that an article gives of a project («deviņas jaunas pašvaldības»): which it says itself take part, and which others some article says take part in that project. Where those are more than are missing, the articles don't tell which are meant.
// param $project project (default any) a project or pilot
// param $article article (default any) title, address or id of an article
// param $boundaries text one of then|2009|2021|2025 (default then) then: as named at the time; a year: the lists name the municipalities of that year in which they lie, each once; what is missing is counted as the article counts
// param $on date (default any) only municipalities that take part on this day; unknown ends are open
// param $confidence decimal (default 0) leave out participations below this confidence, 0 to 1
// column project text the project or pilot of the sentence
// column said integer the number that the article gives
// column text text the words
// column named list municipalities that the same article says take part
// column missing integer how many the number has more than are named; below 0 where more are named
// column elsewhere list municipalities that only other articles say take part, where some are missing
// column title text title of the article
// column published date when the article was published
// column url text address of the article
// column sentence text the words around the number
// column sources evidence the sentence of the number and those that name the municipalities
CALL {
  MATCH (joined:Project)<-[:OF]-(mention:Mention)-[:`IN`]->(article:Article)-[:STATES]->(count:StatedCount {of: 'municipality'})
  WHERE mention.sentence = count.sentence
  RETURN article, count, joined
  UNION
  MATCH (joined:Project)<-[:OBJECT]-(claim:Claim {type: 'PARTICIPATES_IN'})<-[:CLAIMS]-(article:Article)-[:STATES]->(count:StatedCount {of: 'municipality'})
  WHERE claim.sentence = count.sentence
  RETURN article, count, joined
}
WITH article, count, joined
WHERE ($article IS NULL OR $article IN [article.id, article.url, article.title])
  AND ($project IS NULL OR $project IN [joined.id, joined.name])
MATCH (joined)<-[:OBJECT]-(claim:Claim {type: 'PARTICIPATES_IN'})-[:SUBJECT]->(member:Municipality)
WHERE claim.confidence >= $confidence AND (claim.status IS NULL OR NOT claim.status IN ['declined', 'ended'])
  AND ($on IS NULL OR ((claim.since IS NULL OR claim.since <= date($on)) AND (claim.until IS NULL OR claim.until >= date($on))))
MATCH (claim)<-[:CLAIMS]-(teller:Article)
WITH article, count, joined, member, claim, teller
ORDER BY member.sortKey, member.id, coalesce(teller.published, '9'), teller.id, claim.start
WITH article, count, joined, member,
  count(CASE WHEN teller.id = article.id THEN 1 END) AS here, collect({
    article: teller.id, title: teller.title, published: teller.published, url: teller.url,
    sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
  }) AS said
// Boundaries of a year: one hop. Where nothing holds it whole, and for `then`, the municipality stands for itself.
OPTIONAL MATCH (member)-[:COUNTED_IN {boundaries: $boundaries, whole: true}]->(holder:Municipality)
WITH article, count, joined, member, here, said, coalesce(holder, member) AS unit
ORDER BY member.sortKey, member.id
WITH article, count, joined, unit, sum(CASE WHEN here > 0 THEN 1 ELSE 0 END) AS here, collect(said) AS said
ORDER BY unit.sortKey, unit.id
WITH article, count, joined, sum(here) AS stated, collect({name: unit.name, here: here > 0, said: said}) AS members
WITH article, count, joined, stated, members, [one IN members WHERE one.here | one.name] AS named
RETURN
  joined.name AS project,
  count.value AS said,
  count.text AS text,
  named,
  count.value - stated AS missing,
  [one IN members WHERE NOT one.here AND count.value > stated | one.name] AS elsewhere,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  count.sentence AS sentence,
  reduce(found = [{
    article: article.id, title: article.title, published: article.published, url: article.url,
    sentence: count.sentence, evidence: [], start: count.start, end: count.end
  }], one IN members | found + reduce(each = [], some IN one.said | each + some)) AS sources
ORDER BY joined.sortKey, project, joined.id, coalesce(article.published, ''), title, article.id, count.start
