DELETE FROM office_change WHERE id NOT IN (SELECT value FROM json_each(:keep))
