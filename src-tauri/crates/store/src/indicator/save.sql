INSERT INTO indicator (
    id, position, name, markers, scope, plan_id, node_id, account, definition, good_text,
    good_meaning, survey, cumulative, source, note, baseline_year_text, baseline_year_meaning
) VALUES (
    :id, coalesce(:position, (SELECT coalesce(max(position) + 1, 0) FROM indicator)), :name, :markers,
    :scope, :plan_id, :node_id, :account, :definition, :good_text, :good_meaning, :survey, :cumulative,
    :source, :note, :baseline_year_text, :baseline_year_meaning
)
ON CONFLICT (id) DO UPDATE SET
    position = coalesce(:position, indicator.position), name = excluded.name,
    markers = excluded.markers, scope = excluded.scope, plan_id = excluded.plan_id, node_id = excluded.node_id,
    account = excluded.account, definition = excluded.definition, good_text = excluded.good_text,
    good_meaning = excluded.good_meaning, survey = excluded.survey,
    cumulative = excluded.cumulative, source = excluded.source, note = excluded.note,
    baseline_year_text = excluded.baseline_year_text,
    baseline_year_meaning = excluded.baseline_year_meaning
WHERE (
    indicator.position, indicator.name, indicator.markers, indicator.scope, indicator.plan_id,
    indicator.node_id, indicator.account, indicator.definition, indicator.good_text, indicator.good_meaning,
    indicator.survey, indicator.cumulative, indicator.source, indicator.note,
    indicator.baseline_year_text, indicator.baseline_year_meaning
) IS NOT (
    coalesce(:position, indicator.position), excluded.name, excluded.markers, excluded.scope,
    excluded.plan_id, excluded.node_id, excluded.account, excluded.definition, excluded.good_text,
    excluded.good_meaning, excluded.survey, excluded.cumulative, excluded.source, excluded.note,
    excluded.baseline_year_text, excluded.baseline_year_meaning
)
