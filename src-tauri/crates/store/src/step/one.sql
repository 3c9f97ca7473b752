SELECT
    id, at, who, op, args, undone, cells
FROM step
WHERE id = :id
