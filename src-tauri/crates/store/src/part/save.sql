INSERT INTO part (
    indicator_id, position, name, unit, decimals
) VALUES (
    :indicator_id, :position, :name, :unit, :decimals
)
ON CONFLICT (indicator_id, position) DO UPDATE SET
    name = excluded.name, unit = excluded.unit, decimals = excluded.decimals
WHERE (
    part.name, part.unit, part.decimals
) IS NOT (
    excluded.name, excluded.unit, excluded.decimals
)
