// Copies: articles that were loaded before these were known are each a story of their own until they are read again, which
// the next run does.
MATCH (article:Article)
WHERE article.story IS NULL
SET article.story = article.id, article.rules = '';

MATCH (:Entity)-[fact:HEADS|WORKS_AT|PARTICIPATES_IN|IMPLEMENTS|FUNDS|PARTNER_OF|LOCATED_IN|TOOK_PLACE_IN]->(:Entity)
WHERE fact.stories IS NULL
SET fact.stories = fact.articles
