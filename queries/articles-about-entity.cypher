// Articles about an entity
// Which articles name a person, municipality, project, institution or event, how often, and the first sentence that does; the latest article first, those without a date last.
// param $entity entity whom or what the articles are about
// without on: an article names an entity whatever the day; timeline-of-entity with --since and --until tells what articles say of one
// column entity text the entity
// column mentions integer how often the article names it
// column title text title of the article
// column published date when the article was published
// column url text address of the article
// column sentence text the first sentence that names it
// column sources evidence every sentence that names it
MATCH (article:Article)-[named:MENTIONS]->(who:Entity)
WHERE $entity IN [who.id, who.name]
MATCH (article)<-[:`IN`]-(mention:Mention)-[:OF]->(who)
WITH article, named, who, mention
ORDER BY mention.start
WITH article, named, who, collect({
  article: article.id, title: article.title, published: article.published, url: article.url,
  sentence: mention.sentence, evidence: [], start: mention.sentenceStart, end: mention.sentenceEnd
}) AS sources
RETURN
  who.name AS entity,
  named.count AS mentions,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  sources[0].sentence AS sentence,
  sources
ORDER BY coalesce(article.published, '') DESC, mentions DESC, title, who.sortKey, article.id
