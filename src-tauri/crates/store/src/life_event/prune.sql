DELETE FROM life_event
WHERE node_id = :owner AND id NOT IN (SELECT value FROM json_each(:keep))
