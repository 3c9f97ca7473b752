DELETE FROM paper
WHERE meeting_id = :owner AND id NOT IN (SELECT value FROM json_each(:keep))
