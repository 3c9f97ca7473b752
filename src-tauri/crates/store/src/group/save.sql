INSERT INTO plan_group (
    id, plan_id, position, name, description
) VALUES (
    :id, :plan_id, :position, :name, :description
)
ON CONFLICT (id) DO UPDATE SET
    plan_id = excluded.plan_id, position = excluded.position, name = excluded.name,
    description = excluded.description
WHERE (
    plan_group.plan_id, plan_group.position, plan_group.name, plan_group.description
) IS NOT (
    excluded.plan_id, excluded.position, excluded.name, excluded.description
)
