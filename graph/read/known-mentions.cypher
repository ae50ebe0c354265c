// Reads the words by which articles, as they are, name entities.
// $at: ISO datetime
MATCH (article:Article)<-[:`IN`]-(mention:Mention)
WHERE article.knownFrom <= datetime($at)
RETURN article.id AS article, properties(mention) AS mention
