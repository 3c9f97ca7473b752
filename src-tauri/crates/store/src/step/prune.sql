DELETE FROM step WHERE id < :oldest
