SELECT
    node_id AS owner, id, kind, year_text, year_meaning, words, other_id
FROM life_event
WHERE node_id IN (SELECT id FROM node WHERE plan_id = :id)
ORDER BY position
