UPDATE effect SET position = :position WHERE id = :id AND position IS NOT :position
