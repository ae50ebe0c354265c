// How many claims are about an entity.
// $id: its id
MATCH (entity:Entity {id: $id})<-[:SUBJECT|OBJECT]-(claim:Claim)
RETURN count(DISTINCT claim) AS claims
