DELETE FROM rate
WHERE plan_id = :owner AND id NOT IN (SELECT value FROM json_each(:keep))
