// Removes sources that no article is from any more.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (source:Source {id: row.id})
WHERE NOT (source)<-[:`FROM`]-(:Article)
DETACH DELETE source
