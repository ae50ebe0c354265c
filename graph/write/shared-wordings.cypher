// Reads which articles share a wording.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (wording:Wording {id: row.id})
MATCH (wording)<-[:WORDED]-(article:Article)
WITH wording, collect(article.id) AS articles
WHERE size(articles) > 1
RETURN articles
