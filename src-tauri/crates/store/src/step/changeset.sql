SELECT changeset FROM step WHERE id = :id
