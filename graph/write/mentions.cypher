// Mentions: the words of an article that name an entity. One row for all in a sentence, so that its words are sent once.
// $rows: [{article, within: {sentence, sentenceStart, sentenceEnd}, all: [{id, entity, properties: {key, start, end, text, rule, confidence}}]}]
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
UNWIND row.all AS one
MATCH (entity:Entity {id: one.entity})
CREATE (article)<-[:`IN`]-(mention:Mention {id: one.id})-[:OF]->(entity)
SET mention += one.properties, mention += row.within
