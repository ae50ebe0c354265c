// Mentions: the words of an article that name an entity.
// $rows: [{id, article, entity, properties: {key, start, end, text, rule, confidence, sentence, sentenceStart, sentenceEnd}}]
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
MATCH (entity:Entity {id: row.entity})
CREATE (article)<-[:`IN`]-(mention:Mention {id: row.id})-[:OF]->(entity)
SET mention += row.properties
