DELETE FROM step
WHERE id > coalesce((SELECT id FROM step WHERE undone = 0 ORDER BY id DESC LIMIT 1), 0)
