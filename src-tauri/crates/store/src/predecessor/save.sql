INSERT INTO predecessor (
    plan_id, position, predecessor_id
) VALUES (
    :plan_id, :position, :predecessor_id
)
ON CONFLICT (plan_id, position) DO UPDATE SET
    predecessor_id = excluded.predecessor_id
WHERE predecessor.predecessor_id IS NOT excluded.predecessor_id
