SELECT node.id, node.parent_id
FROM node JOIN plan ON plan.id = node.plan_id
ORDER BY plan.position, plan.id, node.position, node.id
