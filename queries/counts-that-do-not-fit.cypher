// Stated counts that do not fit
// Where an article gives a number («16 pašvaldības») and a different number was found in it: something was missed, or the article names fewer. The latest article first, those without a date last.
// param $article article (default any) title, address or id of an article
// without on: a number and what was found for it are those of an article, not of a day; stated-counts-completed takes one
// column counted text what is counted: municipality, institution, partner or project
// column said integer the number that the article gives
// column found integer how many were found
// column text text the words
// column title text title of the article
// column published date when the article was published
// column url text address of the article
// column sentence text the words around
// column sources evidence that sentence, with the place of the number in the article
MATCH (article:Article)-[:STATES]->(count:StatedCount)
WHERE count.found <> count.value AND ($article IS NULL OR $article IN [article.id, article.url, article.title])
RETURN
  count.of AS counted,
  count.value AS said,
  count.found AS found,
  count.text AS text,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  count.sentence AS sentence,
  [{
    article: article.id, title: article.title, published: article.published, url: article.url,
    sentence: count.sentence, evidence: [], start: count.start, end: count.end
  }] AS sources
ORDER BY coalesce(article.published, '') DESC, title, article.id, count.start
