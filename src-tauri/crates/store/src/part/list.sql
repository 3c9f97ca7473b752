SELECT
    indicator_id AS owner, name, unit, decimals
FROM part
WHERE (:owner IS NULL OR indicator_id = :owner)
ORDER BY indicator_id, position
