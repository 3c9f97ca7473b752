INSERT INTO record (
    node_id, year, run, planned, target, previous_state, actual, cumulative, issues, note,
    same_as_before
) VALUES (
    :node_id, :year, coalesce(:run, 0), :planned, :target, :previous_state, :actual, :cumulative,
    :issues, :note, :same_as_before
)
ON CONFLICT (node_id, year) DO UPDATE SET
    run = coalesce(:run, record.run), planned = excluded.planned, target = excluded.target,
    previous_state = excluded.previous_state, actual = excluded.actual,
    cumulative = excluded.cumulative, issues = excluded.issues, note = excluded.note,
    same_as_before = excluded.same_as_before
WHERE (
    record.run, record.planned, record.target, record.previous_state, record.actual,
    record.cumulative, record.issues, record.note, record.same_as_before
) IS NOT (
    coalesce(:run, record.run), excluded.planned, excluded.target, excluded.previous_state,
    excluded.actual, excluded.cumulative, excluded.issues, excluded.note, excluded.same_as_before
)
