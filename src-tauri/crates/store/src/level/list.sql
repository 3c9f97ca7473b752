SELECT
    plan_id AS owner, name
FROM level
WHERE (:owner IS NULL OR plan_id = :owner)
ORDER BY plan_id, position
