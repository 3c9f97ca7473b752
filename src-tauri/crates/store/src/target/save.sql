INSERT INTO target (
    id, indicator_id, position, part, year_text, year_meaning, stage, target_text, target_meaning,
    as_of_text, as_of_meaning
) VALUES (
    :id, :indicator_id, :position, :part, :year_text, :year_meaning, :stage, :target_text,
    :target_meaning, :as_of_text, :as_of_meaning
)
ON CONFLICT (id) DO UPDATE SET
    indicator_id = excluded.indicator_id, position = excluded.position, part = excluded.part,
    year_text = excluded.year_text, year_meaning = excluded.year_meaning, stage = excluded.stage,
    target_text = excluded.target_text, target_meaning = excluded.target_meaning,
    as_of_text = excluded.as_of_text, as_of_meaning = excluded.as_of_meaning
WHERE (
    target.indicator_id, target.position, target.part, target.year_text, target.year_meaning,
    target.stage, target.target_text, target.target_meaning, target.as_of_text, target.as_of_meaning
) IS NOT (
    excluded.indicator_id, excluded.position, excluded.part, excluded.year_text,
    excluded.year_meaning, excluded.stage, excluded.target_text, excluded.target_meaning,
    excluded.as_of_text, excluded.as_of_meaning
)
