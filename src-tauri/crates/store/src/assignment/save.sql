INSERT INTO assignment (
    node_id, office_id, position, responsibility
) VALUES (
    :node_id, :office_id, :position, :responsibility
)
ON CONFLICT (node_id, office_id) DO UPDATE SET
    position = excluded.position, responsibility = excluded.responsibility
WHERE (
    assignment.position, assignment.responsibility
) IS NOT (
    excluded.position, excluded.responsibility
)
