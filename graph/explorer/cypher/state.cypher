// The latest run, and the latest end of one.
MATCH (run:Run)
RETURN max(run.id) AS run, toString(max(run.finishedAt)) AS finished
