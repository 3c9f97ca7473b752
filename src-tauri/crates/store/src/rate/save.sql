INSERT INTO rate (
    id, plan_id, position, name, formula, evaluator_id, unjudged
) VALUES (
    :id, :plan_id, :position, :name,
    :formula, (SELECT id FROM evaluator WHERE id = :evaluator_id), :unjudged
)
ON CONFLICT (id) DO UPDATE SET
    plan_id = excluded.plan_id, position = excluded.position, name = excluded.name,
    formula = excluded.formula, evaluator_id = excluded.evaluator_id, unjudged = excluded.unjudged
WHERE (
    rate.plan_id, rate.position, rate.name, rate.formula, rate.evaluator_id, rate.unjudged
) IS NOT (
    excluded.plan_id, excluded.position, excluded.name, excluded.formula, excluded.evaluator_id,
    excluded.unjudged
)
