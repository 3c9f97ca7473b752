INSERT INTO former_item (
    node_id, former_id, position
) VALUES (
    :node_id, :former_id, :position
)
ON CONFLICT (node_id, former_id) DO UPDATE SET
    position = excluded.position
WHERE former_item.position IS NOT excluded.position
