SELECT
    bar.lane_id AS owner, bar.id, bar.first_year, bar.last_year, bar.words, bar.amount_text,
    bar.amount_meaning, bar.as_before, bar.words_only, bar.first_month, bar.last_month, bar.lanes
FROM lane JOIN bar ON bar.lane_id = lane.id
WHERE lane.node_id = :id
ORDER BY bar.position
