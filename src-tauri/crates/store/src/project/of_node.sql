SELECT
    node_id AS owner, id, name, kind, budget_text, budget_meaning, debt_burden_text,
    debt_burden_meaning, purpose, outline, year_text, year_meaning
FROM project
WHERE node_id = :id
ORDER BY position
