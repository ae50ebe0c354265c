// Numbers that an article gives, beside those found.
// $id: the article's
MATCH (article:Article {id: $id})-[:STATES]->(count:StatedCount)
RETURN
  count.start AS start,
  count.end AS end,
  count.text AS text,
  count.value AS value,
  count.found AS found,
  count.of AS of
ORDER BY start
