SELECT
    id, title, first_year, last_year, targets, second_line, width_mm, height_mm, source, note
FROM chart
WHERE (:id IS NULL OR id = :id)
ORDER BY position, id
