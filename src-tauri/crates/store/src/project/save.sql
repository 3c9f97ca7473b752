INSERT INTO project (
    id, node_id, position, name, kind, budget_text, budget_meaning, debt_burden_text,
    debt_burden_meaning, purpose, outline, year_text, year_meaning
) VALUES (
    :id, :node_id, :position, :name, :kind, :budget_text, :budget_meaning, :debt_burden_text,
    :debt_burden_meaning, :purpose, :outline, :year_text, :year_meaning
)
ON CONFLICT (id) DO UPDATE SET
    node_id = excluded.node_id, position = excluded.position, name = excluded.name,
    kind = excluded.kind, budget_text = excluded.budget_text,
    budget_meaning = excluded.budget_meaning, debt_burden_text = excluded.debt_burden_text,
    debt_burden_meaning = excluded.debt_burden_meaning, purpose = excluded.purpose,
    outline = excluded.outline, year_text = excluded.year_text, year_meaning = excluded.year_meaning
WHERE (
    project.node_id, project.position, project.name, project.kind, project.budget_text,
    project.budget_meaning, project.debt_burden_text, project.debt_burden_meaning, project.purpose,
    project.outline, project.year_text, project.year_meaning
) IS NOT (
    excluded.node_id, excluded.position, excluded.name, excluded.kind, excluded.budget_text,
    excluded.budget_meaning, excluded.debt_burden_text, excluded.debt_burden_meaning,
    excluded.purpose, excluded.outline, excluded.year_text, excluded.year_meaning
)
