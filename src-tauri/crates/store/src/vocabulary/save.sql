INSERT INTO vocabulary (
    id, plan_id, position, axis, since, until
) VALUES (
    :id, :plan_id, :position, :axis, :since, :until
)
ON CONFLICT (id) DO UPDATE SET
    plan_id = excluded.plan_id, position = excluded.position, axis = excluded.axis,
    since = excluded.since, until = excluded.until
WHERE (
    vocabulary.plan_id, vocabulary.position, vocabulary.axis, vocabulary.since, vocabulary.until
) IS NOT (
    excluded.plan_id, excluded.position, excluded.axis, excluded.since, excluded.until
)
