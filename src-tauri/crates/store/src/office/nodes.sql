SELECT node_id FROM assignment WHERE office_id = :id ORDER BY node_id
