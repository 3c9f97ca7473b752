SELECT
    node_id AS owner, id, title, text
FROM section
WHERE node_id IN (SELECT id FROM node WHERE plan_id = :id)
ORDER BY position
