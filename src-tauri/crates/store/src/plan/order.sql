SELECT id FROM plan ORDER BY position, id
