// Reads what tells whether articles are alike.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
OPTIONAL MATCH (article)-[copy:COPY_OF]->(:Article)
RETURN article.id AS id, article.published AS published, article.print AS print, article.story AS story, copy.alike AS alike
