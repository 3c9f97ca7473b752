INSERT INTO city (
    id, name, code, comma, negative
) VALUES (
    1, :name, :code, :comma, :negative
)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, code = excluded.code, comma = excluded.comma, negative = excluded.negative
WHERE (
    city.name, city.code, city.comma, city.negative
) IS NOT (
    excluded.name, excluded.code, excluded.comma, excluded.negative
)
