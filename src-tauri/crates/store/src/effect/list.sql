SELECT
    id, plan_id, name, unit, saving, brackets, note
FROM effect
WHERE (:id IS NULL OR id = :id)
ORDER BY position, id
