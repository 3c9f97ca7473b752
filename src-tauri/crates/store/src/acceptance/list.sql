SELECT
    id, finding, reason, who, at
FROM acceptance
ORDER BY position, id
