// Runs: one ends.
// $rows: [{id, finishedAt, counts: {new, changed, unchanged, failed, removed}}], one
UNWIND $rows AS row
MATCH (run:Run {id: row.id})
SET run += row.counts, run.finishedAt = datetime(row.finishedAt)
