// Reads the pagasti and towns that articles speak of.
// $rows: [{}]
MATCH (unit:Municipality)
WHERE unit.reference IS NULL
RETURN unit.id AS id
