INSERT INTO bar (
    id, lane_id, position, first_year, last_year, words, amount_text, amount_meaning, as_before,
    words_only, first_month, last_month, lanes
) VALUES (
    :id, :lane_id, :position, :first_year, :last_year, :words, :amount_text, :amount_meaning,
    :as_before, :words_only, :first_month, :last_month, :lanes
)
ON CONFLICT (id) DO UPDATE SET
    lane_id = excluded.lane_id, position = excluded.position, first_year = excluded.first_year,
    last_year = excluded.last_year, words = excluded.words, amount_text = excluded.amount_text,
    amount_meaning = excluded.amount_meaning, as_before = excluded.as_before,
    words_only = excluded.words_only, first_month = excluded.first_month, last_month = excluded.last_month,
    lanes = excluded.lanes
WHERE (
    bar.lane_id, bar.position, bar.first_year, bar.last_year, bar.words, bar.amount_text,
    bar.amount_meaning, bar.as_before, bar.words_only, bar.first_month, bar.last_month, bar.lanes
) IS NOT (
    excluded.lane_id, excluded.position, excluded.first_year, excluded.last_year, excluded.words,
    excluded.amount_text, excluded.amount_meaning, excluded.as_before, excluded.words_only,
    excluded.first_month, excluded.last_month, excluded.lanes
)
