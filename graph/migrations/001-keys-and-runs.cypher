// Natural keys, runs and sources, for graphs that were loaded before there were any: every entity had one key then, and what
// was known since when is told by when it was loaded. On a new graph nothing fits.
MATCH (article:Article)
WHERE article.run IS NULL
WITH min(article.loadedAt) AS first, max(article.loadedAt) AS last, count(article) AS articles
WHERE articles > 0
MERGE (run:Run {id: '0000-before-runs'})
SET run.startedAt = first, run.finishedAt = last, run.command = 'load', run.new = articles;

MATCH (article:Article)-[names:MENTIONS]->(entity:Entity)
WHERE names.key IS NULL
SET names.key = entity.id, names.knownFrom = article.loadedAt, names.run = '0000-before-runs';

MATCH (mention:Mention)-[:OF]->(entity:Entity)
WHERE mention.key IS NULL
SET mention.key = entity.id;

MATCH (article:Article)-[:CLAIMS]->(claim:Claim)
MATCH (claim)-[:SUBJECT]->(subject:Entity)
WHERE claim.run IS NULL
SET claim.subjectKey = subject.id, claim.knownFrom = article.loadedAt, claim.run = '0000-before-runs';

MATCH (claim:Claim)-[:OBJECT]->(object:Entity)
WHERE claim.objectKey IS NULL
SET claim.objectKey = object.id;

MATCH (article:Article)-[:STATES]->(count:StatedCount)
WHERE count.run IS NULL
SET count.knownFrom = article.loadedAt, count.run = '0000-before-runs';

MATCH (entity:Entity)
WHERE entity.keys IS NULL
SET entity.keys = [entity.id], entity.sameBecause = [];

MATCH (article:Article)
WHERE article.run IS NULL AND article.source IS NOT NULL
MERGE (source:Source {id: article.source})
MERGE (article)-[:`FROM`]->(source);

MATCH (article:Article)
WHERE article.run IS NULL
SET article.knownFrom = article.loadedAt, article.run = '0000-before-runs', article.rules = ''
