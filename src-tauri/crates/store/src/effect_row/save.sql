INSERT INTO effect_row (
    id, effect_id, position, title, node_id, side, account, span, total
) VALUES (
    :id, :effect_id, :position, :title, :node_id, :side, :account, :span, :total
)
ON CONFLICT (id) DO UPDATE SET
    effect_id = excluded.effect_id, position = excluded.position, title = excluded.title,
    node_id = excluded.node_id, side = excluded.side, account = excluded.account,
    span = excluded.span, total = excluded.total
WHERE (
    effect_row.effect_id, effect_row.position, effect_row.title, effect_row.node_id,
    effect_row.side, effect_row.account, effect_row.span, effect_row.total
) IS NOT (
    excluded.effect_id, excluded.position, excluded.title, excluded.node_id, excluded.side,
    excluded.account, excluded.span, excluded.total
)
