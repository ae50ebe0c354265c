// Reads the articles of stories.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (article:Article {story: row.id})
OPTIONAL MATCH (article)-[copy:COPY_OF]->(:Article)
RETURN article.id AS id, article.published AS published, article.print AS print, article.story AS story, copy.alike AS alike
