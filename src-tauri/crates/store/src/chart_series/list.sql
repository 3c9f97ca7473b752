SELECT
    chart_id AS owner, indicator_id, part, axis, mark
FROM chart_series
WHERE (:owner IS NULL OR chart_id = :owner)
ORDER BY chart_id, position
