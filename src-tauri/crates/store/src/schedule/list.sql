SELECT
    plan_id AS owner, id, name, as_of_text, as_of_meaning, first_year, last_year, unit
FROM schedule
WHERE (:owner IS NULL OR plan_id = :owner)
ORDER BY plan_id, position, id
