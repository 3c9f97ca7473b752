INSERT INTO level (
    plan_id, position, name
) VALUES (
    :plan_id, :position, :name
)
ON CONFLICT (plan_id, position) DO UPDATE SET
    name = excluded.name
WHERE level.name IS NOT excluded.name
