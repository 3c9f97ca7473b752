DELETE FROM effect_cell
WHERE row_id = :owner AND (year, basis) NOT IN (
    SELECT value ->> 0, value ->> 1 FROM json_each(:keep)
)
