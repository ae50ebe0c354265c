// Takes back all that articles say, and leaves the articles.
// $rows: [{id}]
UNWIND $rows AS row
MATCH (:Article {id: row.id})<-[:`IN`]-(mention:Mention)
DETACH DELETE mention;

UNWIND $rows AS row
MATCH (:Article {id: row.id})-[:CLAIMS]->(claim:Claim)
DETACH DELETE claim;

UNWIND $rows AS row
MATCH (:Article {id: row.id})<-[:SAID_IN]-(claim:RejectedClaim)
DETACH DELETE claim;

UNWIND $rows AS row
MATCH (:Article {id: row.id})-[:STATES]->(count:StatedCount)
DETACH DELETE count;

UNWIND $rows AS row
MATCH (:Article {id: row.id})-[from:`FROM`]->(:Source)
DELETE from;

UNWIND $rows AS row
MATCH (:Article {id: row.id})-[names:MENTIONS]->(:Entity)
DELETE names;

UNWIND $rows AS row
MATCH (:Article {id: row.id})-[copy:COPY_OF]->(:Article)
DELETE copy;

UNWIND $rows AS row
MATCH (:Article {id: row.id})-[worded:WORDED]->(:Wording)
DELETE worded
