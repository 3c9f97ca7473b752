SELECT
    plan_id AS owner, id, name, description
FROM plan_group
WHERE (:owner IS NULL OR plan_id = :owner)
ORDER BY plan_id, position, id
