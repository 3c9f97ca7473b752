SELECT DISTINCT node_id
FROM life_event
WHERE other_id = :id
ORDER BY node_id
