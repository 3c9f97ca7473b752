SELECT
    plan_id AS owner, id, name, formula, evaluator_id, unjudged
FROM rate
WHERE (:owner IS NULL OR plan_id = :owner)
ORDER BY plan_id, position, id
