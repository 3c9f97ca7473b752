INSERT INTO office_change (
    id, position, day, kind
) VALUES (
    :id, coalesce(:position, (SELECT coalesce(max(position) + 1, 0) FROM office_change)), :day,
    :kind
)
ON CONFLICT (id) DO UPDATE SET
    position = coalesce(:position, office_change.position), day = excluded.day, kind = excluded.kind
WHERE (
    office_change.position, office_change.day, office_change.kind
) IS NOT (
    coalesce(:position, office_change.position), excluded.day, excluded.kind
)
