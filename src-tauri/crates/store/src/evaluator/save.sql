INSERT INTO evaluator (
    id, plan_id, position, name
) VALUES (
    :id, :plan_id, :position, :name
)
ON CONFLICT (id) DO UPDATE SET
    plan_id = excluded.plan_id, position = excluded.position, name = excluded.name
WHERE (
    evaluator.plan_id, evaluator.position, evaluator.name
) IS NOT (
    excluded.plan_id, excluded.position, excluded.name
)
