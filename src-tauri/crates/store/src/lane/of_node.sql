SELECT
    node_id AS owner, id, schedule_id, title
FROM lane
WHERE node_id = :id
ORDER BY position
