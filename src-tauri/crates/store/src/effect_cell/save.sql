INSERT INTO effect_cell (
    row_id, year, basis, run, amount_text, amount_meaning
) VALUES (
    :row_id, :year, :basis, :run, :amount_text, :amount_meaning
)
ON CONFLICT (row_id, year, basis) DO UPDATE SET
    run = excluded.run, amount_text = excluded.amount_text, amount_meaning = excluded.amount_meaning
WHERE (
    effect_cell.run, effect_cell.amount_text, effect_cell.amount_meaning
) IS NOT (
    excluded.run, excluded.amount_text, excluded.amount_meaning
)
