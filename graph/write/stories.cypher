// Stories: sets of which articles are publications, and COPY_OF of those that are not the original.
// $rows: [{id, story, alike}]
UNWIND $rows AS row
MATCH (:Article {id: row.id})-[copy:COPY_OF]->(:Article)
DELETE copy;

UNWIND $rows AS row
MATCH (article:Article {id: row.id})
SET article.story = row.story;

UNWIND $rows AS row
WITH row
WHERE row.story <> row.id
MATCH (article:Article {id: row.id})
MATCH (original:Article {id: row.story})
CREATE (article)-[copy:COPY_OF]->(original)
SET copy.alike = toFloat(row.alike)
