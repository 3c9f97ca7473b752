INSERT INTO observation (
    indicator_id, year, part, slot, run, figure_text, figure_value, comment
) VALUES (
    :indicator_id, :year, :part, :slot, coalesce(:run, 0), :figure_text, :figure_value, :comment
)
ON CONFLICT (indicator_id, year, part, slot) DO UPDATE SET
    run = coalesce(:run, observation.run), figure_text = excluded.figure_text,
    figure_value = excluded.figure_value, comment = excluded.comment
WHERE (
    observation.run, observation.figure_text, observation.figure_value, observation.comment
) IS NOT (
    coalesce(:run, observation.run), excluded.figure_text, excluded.figure_value, excluded.comment
)
