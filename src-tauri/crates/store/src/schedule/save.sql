INSERT INTO schedule (
    id, plan_id, position, name, as_of_text, as_of_meaning, first_year, last_year, unit
) VALUES (
    :id, :plan_id, :position, :name, :as_of_text, :as_of_meaning, :first_year, :last_year, :unit
)
ON CONFLICT (id) DO UPDATE SET
    plan_id = excluded.plan_id, position = excluded.position, name = excluded.name,
    as_of_text = excluded.as_of_text, as_of_meaning = excluded.as_of_meaning,
    first_year = excluded.first_year, last_year = excluded.last_year,
    unit = excluded.unit
WHERE (
    schedule.plan_id, schedule.position, schedule.name, schedule.as_of_text, schedule.as_of_meaning,
    schedule.first_year, schedule.last_year, schedule.unit
) IS NOT (
    excluded.plan_id, excluded.position, excluded.name, excluded.as_of_text, excluded.as_of_meaning,
    excluded.first_year, excluded.last_year, excluded.unit
)
