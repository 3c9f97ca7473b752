DELETE FROM observation
WHERE indicator_id = :indicator_id AND year = :year AND part = :part AND slot = :slot
