INSERT INTO office (
    id, position, name, kind, since, until
) VALUES (
    :id, coalesce(:position, (SELECT coalesce(max(position) + 1, 0) FROM office)), :name, :kind,
    :since, :until
)
ON CONFLICT (id) DO UPDATE SET
    position = coalesce(:position, office.position), name = excluded.name, kind = excluded.kind,
    since = excluded.since, until = excluded.until
WHERE (
    office.position, office.name, office.kind, office.since, office.until
) IS NOT (
    coalesce(:position, office.position), excluded.name, excluded.kind, excluded.since,
    excluded.until
)
