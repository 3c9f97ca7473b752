SELECT
    id, name, first_text, first_meaning, last_text, last_meaning, evaluation_level, related, note, demands,
    life_words
FROM plan
WHERE (:id IS NULL OR id = :id)
ORDER BY position, id
