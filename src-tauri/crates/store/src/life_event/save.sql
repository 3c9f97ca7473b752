INSERT INTO life_event (
    id, node_id, position, kind, year_text, year_meaning, words, other_id
) VALUES (
    :id, :node_id, :position, :kind, :year_text, :year_meaning, :words, :other_id
)
ON CONFLICT (id) DO UPDATE SET
    node_id = excluded.node_id, position = excluded.position, kind = excluded.kind,
    year_text = excluded.year_text, year_meaning = excluded.year_meaning, words = excluded.words,
    other_id = excluded.other_id
WHERE (
    life_event.node_id, life_event.position, life_event.kind, life_event.year_text,
    life_event.year_meaning, life_event.words, life_event.other_id
) IS NOT (
    excluded.node_id, excluded.position, excluded.kind, excluded.year_text,
    excluded.year_meaning, excluded.words, excluded.other_id
)
