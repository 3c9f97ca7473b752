INSERT INTO baseline (
    indicator_id, part, figure_text, figure_value
) VALUES (
    :indicator_id, :part, :figure_text, :figure_value
)
ON CONFLICT (indicator_id, part) DO UPDATE SET
    figure_text = excluded.figure_text, figure_value = excluded.figure_value
WHERE (
    baseline.figure_text, baseline.figure_value
) IS NOT (
    excluded.figure_text, excluded.figure_value
)
