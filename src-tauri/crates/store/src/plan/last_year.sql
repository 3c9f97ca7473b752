SELECT last_text FROM plan WHERE id = CASE :table
    WHEN 'plan' THEN :id
    WHEN 'node' THEN (SELECT plan_id FROM node WHERE id = :id)
    WHEN 'effect' THEN (SELECT plan_id FROM effect WHERE id = :id)
    WHEN 'indicator' THEN (
        SELECT COALESCE(indicator.plan_id, node.plan_id)
        FROM indicator LEFT JOIN node ON node.id = indicator.node_id
        WHERE indicator.id = :id
    )
END
