UPDATE node SET
    plan_id = :plan_id, parent_id = :parent_id, position = :position, level = :level
WHERE id = :id
    AND (plan_id, parent_id, position, level) IS NOT (:plan_id, :parent_id, :position, :level)
