INSERT INTO node (
    id, plan_id, parent_id, position, level, label, title, group_id, markers, uncounted
) VALUES (
    :id, :plan_id, :parent_id,
    (
        SELECT coalesce(max(position) + 1, 0) FROM node
        WHERE plan_id = :plan_id AND parent_id IS :parent_id
    ),
    :level, :label, :title, :group_id, :markers, :uncounted
)
ON CONFLICT (id) DO UPDATE SET
    label = excluded.label, title = excluded.title, group_id = excluded.group_id,
    markers = excluded.markers, uncounted = excluded.uncounted
WHERE (
    node.label, node.title, node.group_id, node.markers, node.uncounted
) IS NOT (
    excluded.label, excluded.title, excluded.group_id, excluded.markers, excluded.uncounted
)
