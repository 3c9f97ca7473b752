DELETE FROM effect_row
WHERE effect_id = :owner AND id NOT IN (SELECT value FROM json_each(:keep))
