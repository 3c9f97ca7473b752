INSERT INTO term (
    id, vocabulary_id, position, label, symbol, definition, achieved, counted, undecided,
    from_percent_value
) VALUES (
    :id, :vocabulary_id, :position, :label, :symbol, :definition, :achieved, :counted, :undecided,
    :from_percent_value
)
ON CONFLICT (id) DO UPDATE SET
    vocabulary_id = excluded.vocabulary_id, position = excluded.position, label = excluded.label,
    symbol = excluded.symbol, definition = excluded.definition, achieved = excluded.achieved,
    counted = excluded.counted, undecided = excluded.undecided,
    from_percent_value = excluded.from_percent_value
WHERE (
    term.vocabulary_id, term.position, term.label, term.symbol, term.definition, term.achieved,
    term.counted, term.undecided, term.from_percent_value
) IS NOT (
    excluded.vocabulary_id, excluded.position, excluded.label, excluded.symbol, excluded.definition,
    excluded.achieved, excluded.counted, excluded.undecided, excluded.from_percent_value
)
