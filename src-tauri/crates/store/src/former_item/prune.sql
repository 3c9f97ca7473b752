DELETE FROM former_item
WHERE node_id = :owner AND former_id NOT IN (SELECT value FROM json_each(:keep))
