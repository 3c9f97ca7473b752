DELETE FROM assignment
WHERE node_id = :owner AND office_id NOT IN (SELECT value FROM json_each(:keep))
