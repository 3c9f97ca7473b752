SELECT
    indicator_id AS owner, id, part, year_text, year_meaning, stage, target_text, target_meaning,
    as_of_text, as_of_meaning
FROM target
WHERE (:owner IS NULL OR indicator_id = :owner)
ORDER BY indicator_id, position, id
