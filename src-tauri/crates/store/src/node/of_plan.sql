SELECT
    id, parent_id, level, label, title, group_id, markers, life_kind, life_year_text,
    life_year_meaning, life_words, life_other_id, life_uncounted, continues_id
FROM node
WHERE plan_id = :id
ORDER BY position, id
