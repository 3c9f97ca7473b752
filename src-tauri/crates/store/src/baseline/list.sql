SELECT
    indicator_id AS owner, figure_text, figure_value
FROM baseline
WHERE (:owner IS NULL OR indicator_id = :owner)
ORDER BY indicator_id, part
