INSERT INTO lane (
    id, node_id, position, schedule_id, title
) VALUES (
    :id, :node_id, :position, :schedule_id, :title
)
ON CONFLICT (id) DO UPDATE SET
    node_id = excluded.node_id, position = excluded.position, schedule_id = excluded.schedule_id,
    title = excluded.title
WHERE (
    lane.node_id, lane.position, lane.schedule_id, lane.title
) IS NOT (
    excluded.node_id, excluded.position, excluded.schedule_id, excluded.title
)
