INSERT INTO rate_term (
    rate_id, side, term_id, position
)
SELECT :rate_id, :side, id, :position FROM term WHERE id = :term_id
ON CONFLICT (rate_id, side, term_id) DO UPDATE SET
    position = excluded.position
WHERE rate_term.position IS NOT excluded.position
