DELETE FROM target
WHERE indicator_id = :owner AND id NOT IN (SELECT value FROM json_each(:keep))
