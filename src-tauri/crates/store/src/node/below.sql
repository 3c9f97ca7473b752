WITH RECURSIVE below (id) AS (
    SELECT :id
    UNION
    SELECT node.id FROM node JOIN below ON node.parent_id = below.id
)
SELECT id FROM below
