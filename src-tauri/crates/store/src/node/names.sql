SELECT id, plan_id, parent_id, level, label, title
FROM node
ORDER BY plan_id, position, id
