SELECT
    effect_cell.row_id AS owner, run, year, basis, amount_text, amount_meaning
FROM effect_cell JOIN effect_row ON effect_row.id = effect_cell.row_id
WHERE (:owner IS NULL OR effect_row.effect_id = :owner)
ORDER BY effect_cell.row_id, run, year, basis DESC
