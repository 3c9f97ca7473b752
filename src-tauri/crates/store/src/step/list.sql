SELECT
    id, at, who, op, args, undone, cells
FROM step
WHERE :before IS NULL OR id < :before
ORDER BY id DESC
LIMIT :limit
