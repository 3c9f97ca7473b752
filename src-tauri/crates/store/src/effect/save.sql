INSERT INTO effect (
    id, position, plan_id, name, unit, saving, brackets, note
) VALUES (
    :id, coalesce(:position, (SELECT coalesce(max(position) + 1, 0) FROM effect)), :plan_id, :name,
    :unit, :saving, :brackets, :note
)
ON CONFLICT (id) DO UPDATE SET
    position = coalesce(:position, effect.position), plan_id = excluded.plan_id,
    name = excluded.name, unit = excluded.unit, saving = excluded.saving,
    brackets = excluded.brackets, note = excluded.note
WHERE (
    effect.position, effect.plan_id, effect.name, effect.unit, effect.saving, effect.brackets,
    effect.note
) IS NOT (
    coalesce(:position, effect.position), excluded.plan_id, excluded.name, excluded.unit,
    excluded.saving, excluded.brackets, excluded.note
)
