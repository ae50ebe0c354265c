// Reads numbers that do not fit what was found, as runs brought them.
// $first, $last: ids of runs, both included
MATCH (article:Article)-[:STATES]->(count:StatedCount)
WHERE count.run >= $first AND count.run <= $last AND count.found <> count.value
RETURN
  count.text AS text,
  count.value AS value,
  count.found AS found,
  count.of AS of,
  article.title AS title,
  article.published AS published,
  article.url AS url,
  count.sentence AS sentence
ORDER BY published, title, count.start
