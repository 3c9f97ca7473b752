INSERT INTO node (
    id, plan_id, parent_id, position, level, label, title, group_id, markers, life_kind,
    life_year_text, life_year_meaning, life_words, life_other_id, life_uncounted, continues_id
) VALUES (
    :id, :plan_id, :parent_id,
    (
        SELECT coalesce(max(position) + 1, 0) FROM node
        WHERE plan_id = :plan_id AND parent_id IS :parent_id
    ),
    :level, :label, :title, :group_id, :markers, :life_kind, :life_year_text, :life_year_meaning,
    :life_words, :life_other_id, :life_uncounted, :continues_id
)
ON CONFLICT (id) DO UPDATE SET
    label = excluded.label, title = excluded.title, group_id = excluded.group_id,
    markers = excluded.markers, life_kind = excluded.life_kind,
    life_year_text = excluded.life_year_text, life_year_meaning = excluded.life_year_meaning,
    life_words = excluded.life_words, life_other_id = excluded.life_other_id,
    life_uncounted = excluded.life_uncounted, continues_id = excluded.continues_id
WHERE (
    node.label, node.title, node.group_id, node.markers, node.life_kind, node.life_year_text,
    node.life_year_meaning, node.life_words, node.life_other_id, node.life_uncounted,
    node.continues_id
) IS NOT (
    excluded.label, excluded.title, excluded.group_id, excluded.markers, excluded.life_kind,
    excluded.life_year_text, excluded.life_year_meaning, excluded.life_words,
    excluded.life_other_id, excluded.life_uncounted, excluded.continues_id
)
