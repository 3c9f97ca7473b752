SELECT id, length(changeset) AS bytes FROM step ORDER BY id DESC
