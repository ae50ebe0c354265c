// What the graph holds of articles.
MATCH (article:Article)
RETURN
  count(article) AS articles,
  count(article.publishedOn) AS dated,
  toString(min(article.publishedOn)) AS first,
  toString(max(article.publishedOn)) AS last,
  toString(max(article.loadedAt)) AS loaded
