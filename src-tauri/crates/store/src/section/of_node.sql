SELECT
    node_id AS owner, id, title, text
FROM section
WHERE node_id = :id
ORDER BY position
