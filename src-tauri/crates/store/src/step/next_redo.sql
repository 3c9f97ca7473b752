SELECT
    id, at, who, op, args, undone, cells
FROM step
WHERE undone = 1 AND id > coalesce((
    SELECT id FROM step WHERE undone = 0 ORDER BY id DESC LIMIT 1
), 0)
ORDER BY id
LIMIT 1
