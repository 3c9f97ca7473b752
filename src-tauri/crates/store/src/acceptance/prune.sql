DELETE FROM acceptance WHERE id NOT IN (SELECT value FROM json_each(:keep))
