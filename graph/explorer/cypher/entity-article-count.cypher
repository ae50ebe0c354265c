// How many articles name an entity.
// $id: its id
MATCH (entity:Entity {id: $id})<-[:MENTIONS]-(article:Article)
RETURN count(article) AS articles
