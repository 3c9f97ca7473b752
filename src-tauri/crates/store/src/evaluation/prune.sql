DELETE FROM evaluation
WHERE node_id = :node_id AND year = :year AND (vocabulary_id, evaluator_id) NOT IN (
    SELECT value ->> 0, value ->> 1 FROM json_each(:keep)
)
