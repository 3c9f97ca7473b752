SELECT
    indicator_id AS owner, run, year, part, slot, figure_text, figure_value, comment
FROM observation
WHERE (:owner IS NULL OR indicator_id = :owner)
ORDER BY indicator_id, run, year, part, slot
