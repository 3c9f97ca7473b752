UPDATE node SET position = :position WHERE id = :id AND position IS NOT :position
