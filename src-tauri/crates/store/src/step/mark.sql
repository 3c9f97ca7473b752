UPDATE step SET undone = :undone WHERE id = :id
