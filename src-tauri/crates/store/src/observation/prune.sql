DELETE FROM observation
WHERE indicator_id = :owner AND (year, part, slot) NOT IN (
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(:keep)
)
