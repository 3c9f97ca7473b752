SELECT
    plan_id AS owner, predecessor_id
FROM predecessor
WHERE (:owner IS NULL OR plan_id = :owner)
ORDER BY plan_id, position
