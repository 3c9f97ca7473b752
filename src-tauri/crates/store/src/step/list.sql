SELECT
    id, at, who, op, args, undone, cells
FROM step
WHERE
    (:before IS NULL OR id < :before)
    AND (:who IS NULL OR who = :who)
    AND (:day IS NULL OR substr(at, 1, 10) = :day)
ORDER BY id DESC
LIMIT :limit
