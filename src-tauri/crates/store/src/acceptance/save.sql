INSERT INTO acceptance (
    id, position, finding, reason, who, at
) VALUES (
    :id, coalesce(:position, (SELECT coalesce(max(position) + 1, 0) FROM acceptance)), :finding,
    :reason, :who, :at
)
ON CONFLICT (id) DO UPDATE SET
    position = coalesce(:position, acceptance.position), finding = excluded.finding,
    reason = excluded.reason, who = excluded.who, at = excluded.at
WHERE (
    acceptance.position, acceptance.finding, acceptance.reason, acceptance.who, acceptance.at
) IS NOT (
    coalesce(:position, acceptance.position), excluded.finding, excluded.reason, excluded.who,
    excluded.at
)
