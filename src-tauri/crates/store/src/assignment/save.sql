INSERT INTO assignment (
    node_id, office_id, position, responsibility, since, until
) VALUES (
    :node_id, :office_id, :position, :responsibility, :since, :until
)
ON CONFLICT (node_id, office_id) DO UPDATE SET
    position = excluded.position, responsibility = excluded.responsibility,
    since = excluded.since, until = excluded.until
WHERE (
    assignment.position, assignment.responsibility, assignment.since, assignment.until
) IS NOT (
    excluded.position, excluded.responsibility, excluded.since, excluded.until
)
