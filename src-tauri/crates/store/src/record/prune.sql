DELETE FROM record
WHERE node_id = :owner AND year NOT IN (SELECT value FROM json_each(:keep))
