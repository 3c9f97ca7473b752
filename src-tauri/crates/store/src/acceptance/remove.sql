DELETE FROM acceptance WHERE id = :id
