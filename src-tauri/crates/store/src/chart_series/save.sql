INSERT INTO chart_series (
    chart_id, position, indicator_id, part, axis, mark
) VALUES (
    :chart_id, :position, :indicator_id, :part, :axis, :mark
)
ON CONFLICT (chart_id, position) DO UPDATE SET
    indicator_id = excluded.indicator_id, part = excluded.part, axis = excluded.axis,
    mark = excluded.mark
WHERE (
    chart_series.indicator_id, chart_series.part, chart_series.axis, chart_series.mark
) IS NOT (
    excluded.indicator_id, excluded.part, excluded.axis, excluded.mark
)
