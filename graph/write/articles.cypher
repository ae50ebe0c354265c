// Articles: makes or replaces their own properties.
// $rows: [{id, title, url, source, author, published, publishedOn, publishedMethod, language, text, hash, print, rules, loadedAt, knownFrom, run}]
UNWIND $rows AS row
MERGE (article:Article {id: row.id})
SET
  article.title = row.title,
  article.url = row.url,
  article.source = row.source,
  article.author = row.author,
  article.published = row.published,
  article.publishedOn = date(row.publishedOn),
  article.publishedMethod = row.publishedMethod,
  article.language = row.language,
  article.text = row.text,
  article.hash = row.hash,
  article.print = row.print,
  article.story = row.id,
  article.rules = row.rules,
  article.loadedAt = datetime(row.loadedAt),
  article.knownFrom = datetime(row.knownFrom),
  article.run = row.run
