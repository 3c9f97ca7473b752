DELETE FROM term
WHERE vocabulary_id = :owner AND id NOT IN (SELECT value FROM json_each(:keep))
