SELECT id, at, undone, length(changeset) AS bytes FROM step ORDER BY id DESC
