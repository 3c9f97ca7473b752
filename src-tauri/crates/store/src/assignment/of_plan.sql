SELECT
    node_id AS owner, office_id, responsibility, since, until
FROM assignment
WHERE node_id IN (SELECT id FROM node WHERE plan_id = :id)
ORDER BY position
