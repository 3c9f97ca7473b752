DELETE FROM bar
WHERE lane_id = :owner AND id NOT IN (SELECT value FROM json_each(:keep))
