// Reads the latest run.
// $rows: [{}], one
UNWIND $rows AS row
MATCH (run:Run)
RETURN max(run.id) AS id
