SELECT record.node_id FROM node
JOIN record ON record.node_id = node.id AND record.year = :year
WHERE node.plan_id = :id AND record.actual <> ''
