INSERT INTO plan (
    id, position, name, first_text, first_meaning, last_text, last_meaning, evaluation_level,
    related, note, demands, life_words
) VALUES (
    :id, coalesce(:position, (SELECT coalesce(max(position) + 1, 0) FROM plan)), :name, :first_text,
    :first_meaning, :last_text, :last_meaning, :evaluation_level, :related, :note, :demands,
    :life_words
)
ON CONFLICT (id) DO UPDATE SET
    position = coalesce(:position, plan.position), name = excluded.name,
    first_text = excluded.first_text, first_meaning = excluded.first_meaning,
    last_text = excluded.last_text, last_meaning = excluded.last_meaning,
    evaluation_level = excluded.evaluation_level, related = excluded.related, note = excluded.note,
    demands = excluded.demands, life_words = excluded.life_words
WHERE (
    plan.position, plan.name, plan.first_text, plan.first_meaning, plan.last_text,
    plan.last_meaning, plan.evaluation_level, plan.related, plan.note, plan.demands,
    plan.life_words
) IS NOT (
    coalesce(:position, plan.position), excluded.name, excluded.first_text, excluded.first_meaning,
    excluded.last_text, excluded.last_meaning, excluded.evaluation_level, excluded.related,
    excluded.note, excluded.demands, excluded.life_words
)
