SELECT
    id, name, markers, scope, plan_id, node_id, account, definition, good_text, good_meaning, survey,
    cumulative, source, note, baseline_year_text, baseline_year_meaning
FROM indicator
WHERE (:id IS NULL OR id = :id)
ORDER BY position, id
