SELECT id FROM chart ORDER BY position, id
