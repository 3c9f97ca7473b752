DELETE FROM rate_term
WHERE rate_id = :owner AND side = :side AND term_id NOT IN (SELECT value FROM json_each(:keep))
