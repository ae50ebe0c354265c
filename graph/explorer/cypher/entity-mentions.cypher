// Where some articles name an entity.
// $id: the entity's; $articles: ids of the articles
UNWIND $articles AS article
MATCH (:Article {id: article})<-[:`IN`]-(mention:Mention)-[:OF]->(entity:Entity)
WHERE entity.id = $id
RETURN
  article,
  mention.start AS start,
  mention.end AS end,
  mention.text AS text,
  mention.sentence AS sentence,
  mention.sentenceStart AS sentenceStart
ORDER BY article, start
