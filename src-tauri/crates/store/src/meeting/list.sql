SELECT
    id, number, name, date_text, date_meaning, place
FROM meeting
WHERE (:id IS NULL OR id = :id)
ORDER BY position, id
