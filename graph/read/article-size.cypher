// Reads how much an article says.
// $id: of the article
MATCH (article:Article {id: $id})
RETURN
  article.title AS title,
  COUNT { (article)-[:CLAIMS]->(:Claim) } AS claims,
  COUNT { (article)<-[:`IN`]-(:Mention) } AS mentions
