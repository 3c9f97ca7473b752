SELECT
    node_id AS owner, id, schedule_id, title
FROM lane
WHERE node_id IN (SELECT id FROM node WHERE plan_id = :id)
ORDER BY position
