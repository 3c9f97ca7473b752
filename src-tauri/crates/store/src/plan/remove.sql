DELETE FROM plan WHERE id = :id
