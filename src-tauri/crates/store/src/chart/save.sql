INSERT INTO chart (
    id, position, title, first_year, last_year, targets, second_line, width_mm, height_mm, source,
    note
) VALUES (
    :id, coalesce(:position, (SELECT coalesce(max(position) + 1, 0) FROM chart)), :title,
    :first_year, :last_year, :targets, :second_line, :width_mm, :height_mm, :source, :note
)
ON CONFLICT (id) DO UPDATE SET
    position = coalesce(:position, chart.position), title = excluded.title,
    first_year = excluded.first_year, last_year = excluded.last_year, targets = excluded.targets,
    second_line = excluded.second_line, width_mm = excluded.width_mm,
    height_mm = excluded.height_mm, source = excluded.source, note = excluded.note
WHERE (
    chart.position, chart.title, chart.first_year, chart.last_year, chart.targets,
    chart.second_line, chart.width_mm, chart.height_mm, chart.source, chart.note
) IS NOT (
    coalesce(:position, chart.position), excluded.title, excluded.first_year, excluded.last_year,
    excluded.targets, excluded.second_line, excluded.width_mm, excluded.height_mm, excluded.source,
    excluded.note
)
