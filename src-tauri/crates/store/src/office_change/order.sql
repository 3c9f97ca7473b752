SELECT id FROM office_change ORDER BY position, id
