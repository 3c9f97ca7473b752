SELECT
    node_id AS owner, id, kind, year_text, year_meaning, words, other_id
FROM life_event
WHERE node_id = :id
ORDER BY position
