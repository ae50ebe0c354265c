// Participation matrix
// What articles say of every municipality and every project that some municipality takes part in: takes part, declined or ended, mentioned only (some article names both and says neither), or not covered by any article. With how many articles cover the one and the other; copies count once.
// param $project project (default any) one project or pilot
// param $boundaries text one of then|2009|2021|2025 (default then) then: as named at the time; a year: summed into the municipalities of that year
// param $on date (default any) what holds on this day; unknown ends are open
// param $confidence decimal (default 0) leave out facts below this confidence, 0 to 1
// column municipality text the municipality, in the boundaries asked for
// column members list what articles name of it, where that is another one
// column divided list the municipalities of that year among which it is divided: it then stands as itself
// column project text the project or pilot
// column state text takes part, declined or ended, mentioned only, not covered
// sheet municipality members divided municipalityArticles / project projectArticles / state
// column municipalityArticles integer how many articles name the municipality
// column projectArticles integer how many articles name the project
// column bothArticles integer how many articles name both
// column title text title of the latest article that says so, of the first member
// column published date when it was published
// column url text its address
// column sentence text the words that say it
// column sources evidence every sentence that says so or the opposite, of every member, where $evidence is true
MATCH (joined:Project)
WHERE ($project IS NULL OR $project IN [joined.id, joined.name])
  AND EXISTS { (joined)<-[:OBJECT]-(:Claim {type: 'PARTICIPATES_IN'})-[:SUBJECT]->(:Municipality) }
OPTIONAL MATCH (joined)<-[:MENTIONS]-(about:Article)
WITH joined, count(DISTINCT about.story) AS articles
WITH collect({id: joined.id, name: joined.name, sortKey: joined.sortKey, articles: articles}) AS projects
MATCH (member:Municipality)
WHERE EXISTS { (member)<-[:MENTIONS]-(:Article) }
OPTIONAL MATCH (member)-[:COUNTED_IN {boundaries: $boundaries, whole: true}]->(holder:Municipality)
WITH projects, coalesce(holder, member) AS unit, member
ORDER BY member.sortKey, member.id
WITH projects, unit, collect(member) AS named
WITH projects, unit, named, named[0] AS leading
OPTIONAL MATCH (leading)-[:COUNTED_IN {boundaries: $boundaries, whole: false}]->(share:Municipality)
WITH projects, unit, named, share
ORDER BY share.sortKey, share.id
WITH projects, unit, named, collect(share.name) AS divided
// by municipality, not by cell: there are many more cells than what articles tell
CALL {
  WITH named
  UNWIND named AS member
  MATCH (member)<-[:MENTIONS]-(about:Article)
  RETURN count(DISTINCT about.story) AS municipalityArticles
}
CALL {
  WITH named
  UNWIND named AS member
  MATCH (member)<-[:MENTIONS]-(about:Article)-[:MENTIONS]->(joined:Project)
  WHERE $project IS NULL OR $project IN [joined.id, joined.name]
  WITH joined.id AS project, count(DISTINCT about.story) AS articles
  RETURN collect({project: project, articles: articles}) AS together
}
CALL {
  WITH named
  UNWIND named AS member
  MATCH (member)<-[:SUBJECT]-(claim:Claim {type: 'PARTICIPATES_IN'})-[:OBJECT]->(joined:Project)
  WHERE ($project IS NULL OR $project IN [joined.id, joined.name])
    AND claim.confidence >= $confidence AND ($on IS NULL OR (
    (claim.since IS NULL OR claim.since <= date($on)) AND (claim.until IS NULL OR claim.until >= date($on))
    AND NOT EXISTS {
      MATCH (other:Claim)
      WHERE other.fact = claim.fact AND other.confidence >= $confidence AND (
        (claim.until IS NULL AND other.until < date($on) AND (claim.since IS NULL OR other.until >= claim.since))
        OR (claim.since IS NULL AND other.since > date($on) AND (claim.until IS NULL OR other.since <= claim.until)))
    }))
  MATCH (claim)<-[:CLAIMS]-(article:Article)
  WITH member, joined, claim, article
  ORDER BY coalesce(article.published, ''), article.id, coalesce(claim.sinceValue, claim.untilValue, ''), claim.start
  // the latest article that tells decides for each member; a municipality takes part when one of its members does
  WITH member, joined.id AS project, count(claim) AS claims, collect({
    out: coalesce(claim.status IN ['declined', 'ended'], false),
    title: article.title, published: article.published, url: article.url, sentence: claim.sentence
  }) AS said, collect(CASE WHEN $evidence THEN {
    article: article.id, title: article.title, published: article.published, url: article.url,
    sentence: claim.sentence, evidence: claim.evidence, start: claim.start, end: claim.end
  } END) AS sentences
  WITH member, project, claims, said[size(said) - 1] AS latest, sentences
  ORDER BY member.sortKey, member.id
  WITH project, sum(claims) AS claims, collect(latest) AS latest, collect(sentences) AS sentences
  WITH project, claims, sentences, [one IN latest WHERE NOT one.out] AS inside, [one IN latest WHERE one.out] AS outside
  RETURN collect({
    project: project, inside: size(inside) > 0, says: (inside + outside)[0],
    sources: CASE WHEN $evidence THEN reduce(found = [], one IN sentences | found + one) ELSE claims END
  }) AS told
}
UNWIND projects AS joined
WITH unit, named, divided, joined, municipalityArticles,
  [cell IN together WHERE cell.project = joined.id | cell.articles] AS both,
  [cell IN told WHERE cell.project = joined.id] AS tells
WITH unit, named, divided, joined, municipalityArticles, coalesce(both[0], 0) AS bothArticles, tells, tells[0].says AS says
RETURN
  unit.name AS municipality,
  [one IN named WHERE one.id <> unit.id | one.name] AS members,
  divided,
  joined.name AS project,
  CASE
    WHEN size(tells) > 0 AND tells[0].inside THEN 'takes part'
    WHEN size(tells) > 0 THEN 'declined or ended'
    WHEN bothArticles > 0 THEN 'mentioned only'
    ELSE 'not covered'
  END AS state,
  municipalityArticles,
  joined.articles AS projectArticles,
  bothArticles,
  says.title AS title,
  says.published AS published,
  says.url AS url,
  says.sentence AS sentence,
  coalesce(tells[0].sources, CASE WHEN $evidence THEN [] ELSE 0 END) AS sources
ORDER BY unit.sortKey, unit.id, joined.sortKey, joined.id
