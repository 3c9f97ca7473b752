INSERT INTO evaluation (
    node_id, year, vocabulary_id, evaluator_id, run, text, term_id, reason
) VALUES (
    :node_id, :year, :vocabulary_id, :evaluator_id, :run, :text, :term_id, :reason
)
ON CONFLICT (node_id, year, vocabulary_id, evaluator_id) DO UPDATE SET
    run = excluded.run, text = excluded.text, term_id = excluded.term_id, reason = excluded.reason
WHERE (
    evaluation.run, evaluation.text, evaluation.term_id, evaluation.reason
) IS NOT (
    excluded.run, excluded.text, excluded.term_id, excluded.reason
)
