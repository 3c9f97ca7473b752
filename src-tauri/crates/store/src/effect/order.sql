SELECT id FROM effect ORDER BY position, id
