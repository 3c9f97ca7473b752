SELECT
    term.vocabulary_id AS owner, term.id, term.label, term.symbol, term.definition, term.achieved,
    term.counted, term.undecided, term.from_percent_value
FROM term JOIN vocabulary ON vocabulary.id = term.vocabulary_id
WHERE (:owner IS NULL OR vocabulary.plan_id = :owner)
ORDER BY term.vocabulary_id, term.position, term.id
