SELECT
    meeting_id AS owner, id, kind, doc_no, title, plan_id, year, lead
FROM paper
WHERE (:owner IS NULL OR meeting_id = :owner)
ORDER BY meeting_id, position, id
