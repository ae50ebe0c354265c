// Reads all keys that are compared.
MATCH (key:Key)
RETURN key.id AS key, key.entity AS entity, key.blocks AS blocks
