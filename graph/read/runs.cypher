// Reads all runs, the latest first.
MATCH (run:Run)
RETURN
  run.id AS id,
  run.startedAt AS startedAt,
  run.finishedAt AS finishedAt,
  run.command AS command,
  run.new AS new,
  run.changed AS changed,
  run.unchanged AS unchanged,
  run.failed AS failed,
  run.removed AS removed
ORDER BY id DESC
