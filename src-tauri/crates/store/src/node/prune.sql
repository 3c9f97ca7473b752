DELETE FROM node
WHERE plan_id = :plan_id AND id NOT IN (SELECT value FROM json_each(:keep))
