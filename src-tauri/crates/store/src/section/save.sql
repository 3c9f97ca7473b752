INSERT INTO section (
    id, node_id, position, title, text
) VALUES (
    :id, :node_id, :position, :title, :text
)
ON CONFLICT (id) DO UPDATE SET
    node_id = excluded.node_id, position = excluded.position, title = excluded.title,
    text = excluded.text
WHERE (
    section.node_id, section.position, section.title, section.text
) IS NOT (
    excluded.node_id, excluded.position, excluded.title, excluded.text
)
