SELECT
    node_id AS owner, former_id
FROM former_item
WHERE node_id IN (SELECT id FROM node WHERE plan_id = :id)
ORDER BY position
