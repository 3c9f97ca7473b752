SELECT id FROM office ORDER BY position, id
