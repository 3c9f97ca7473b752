SELECT
    id, name, kind, since, until
FROM office
WHERE (:id IS NULL OR id = :id)
ORDER BY position, id
