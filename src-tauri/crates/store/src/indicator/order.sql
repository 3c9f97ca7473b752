SELECT id FROM indicator ORDER BY position, id
