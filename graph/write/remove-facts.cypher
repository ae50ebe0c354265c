// Removes the relationships of facts that no claim supports any more.
// $rows: [{type, from, to}]
UNWIND $rows AS row
MATCH (:Entity {id: row.from})-[fact]->(:Entity {id: row.to})
WHERE type(fact) = row.type
DELETE fact
