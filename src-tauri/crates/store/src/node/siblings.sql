SELECT id FROM node
WHERE plan_id = :plan_id AND parent_id IS :parent_id
ORDER BY position, id
