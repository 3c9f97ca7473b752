SELECT
    plan_id AS owner, id, axis, since, until
FROM vocabulary
WHERE (:owner IS NULL OR plan_id = :owner)
ORDER BY plan_id, position, id
