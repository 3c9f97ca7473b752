SELECT
    id, parent_id, level, label, title, group_id, markers, uncounted
FROM node
WHERE id = :id
