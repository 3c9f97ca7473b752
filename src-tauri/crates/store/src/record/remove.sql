DELETE FROM record WHERE node_id = :node_id AND year = :year
