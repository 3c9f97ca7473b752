SELECT
    node_id AS owner, former_id
FROM former_item
ORDER BY node_id, position
