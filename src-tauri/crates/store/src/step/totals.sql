SELECT count(*) AS steps, coalesce(sum(length(changeset)), 0) AS bytes FROM step
