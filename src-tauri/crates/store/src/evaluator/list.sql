SELECT
    plan_id AS owner, id, name
FROM evaluator
WHERE (:owner IS NULL OR plan_id = :owner)
ORDER BY plan_id, position, id
