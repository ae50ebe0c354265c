// Runs: one begins.
// $rows: [{id, startedAt, command, rules, corrections}], one
UNWIND $rows AS row
CREATE (run:Run {id: row.id})
SET
  run.startedAt = datetime(row.startedAt),
  run.command = row.command,
  run.rules = row.rules,
  run.corrections = row.corrections
