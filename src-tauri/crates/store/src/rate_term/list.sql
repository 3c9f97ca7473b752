SELECT
    rate_term.rate_id AS owner, rate_term.side, rate_term.term_id
FROM rate_term JOIN rate ON rate.id = rate_term.rate_id
WHERE (:owner IS NULL OR rate.plan_id = :owner)
ORDER BY rate_term.rate_id, rate_term.side, rate_term.position, rate_term.term_id
