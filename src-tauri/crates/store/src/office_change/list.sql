SELECT
    id, day, kind
FROM office_change
WHERE (:id IS NULL OR id = :id)
ORDER BY position, id
