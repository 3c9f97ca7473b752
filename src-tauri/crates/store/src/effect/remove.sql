DELETE FROM effect WHERE id = :id
