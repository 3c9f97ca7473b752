SELECT id FROM meeting ORDER BY position, id
