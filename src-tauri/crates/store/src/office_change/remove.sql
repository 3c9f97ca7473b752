DELETE FROM office_change WHERE id = :id
