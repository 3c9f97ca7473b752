SELECT
    effect_id AS owner, id, title, node_id, side, account, span, total
FROM effect_row
WHERE (:owner IS NULL OR effect_id = :owner)
ORDER BY effect_id, position, id
