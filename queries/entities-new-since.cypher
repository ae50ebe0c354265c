// Entities new since a date
// Who and what was first named in an article published on that day or later, with that article and sentence. Articles without a date of publication are left out.
// param $since date the first day
// without on: --since is the day; who was named does not depend on another one
// column kind text Person, Municipality, Institution, Project or Event
// column entity text the entity
// column title text title of the first article that names it
// column published date when it was published
// column url text its address
// column sentence text the first sentence that names it
// column sources evidence every sentence of that day that names it
MATCH (article:Article)-[:MENTIONS]->(entity:Entity)
WHERE article.publishedOn IS NOT NULL AND NOT entity:Date
WITH entity, min(article.publishedOn) AS earliest
WHERE earliest >= date($since)
MATCH (entity)<-[:OF]-(mention:Mention)-[:`IN`]->(article:Article)
WHERE article.publishedOn = earliest
WITH entity, article, mention
ORDER BY article.id, mention.start
WITH entity, collect({
  article: article.id, title: article.title, published: article.published, url: article.url,
  sentence: mention.sentence, evidence: [], start: mention.sentenceStart, end: mention.sentenceEnd
}) AS said
WITH entity AS who, said, said[0] AS first
RETURN
  [label IN labels(who) WHERE label <> 'Entity'][0] AS kind,
  who.name AS entity,
  first.title AS title,
  first.published AS published,
  first.url AS url,
  first.sentence AS sentence,
  said AS sources
ORDER BY published, kind, who.sortKey, entity, who.id
