SELECT id, plan_id, parent_id, level, label, title, continues_id
FROM node
ORDER BY plan_id, position, id
