SELECT
    id, at, who, op, args, undone, cells
FROM step
WHERE undone = 0
ORDER BY id DESC
LIMIT 1
