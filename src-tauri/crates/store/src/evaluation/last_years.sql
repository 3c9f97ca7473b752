SELECT node.plan_id, max(evaluation.year) AS year
FROM evaluation JOIN node ON node.id = evaluation.node_id
WHERE evaluation.text <> ''
GROUP BY node.plan_id
