SELECT
    id, at, who, op, args, undone, cells
FROM step
WHERE undone = 0 AND (:before IS NULL OR id < :before)
ORDER BY id DESC
LIMIT 1
