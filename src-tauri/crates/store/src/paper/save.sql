INSERT INTO paper (
    id, meeting_id, position, kind, doc_no, title, plan_id, year, lead
) VALUES (
    :id, :meeting_id, :position, :kind, :doc_no, :title, :plan_id, :year, :lead
)
ON CONFLICT (id) DO UPDATE SET
    meeting_id = excluded.meeting_id, position = excluded.position, kind = excluded.kind,
    doc_no = excluded.doc_no, title = excluded.title, plan_id = excluded.plan_id,
    year = excluded.year, lead = excluded.lead
WHERE (
    paper.meeting_id, paper.position, paper.kind, paper.doc_no, paper.title, paper.plan_id,
    paper.year, paper.lead
) IS NOT (
    excluded.meeting_id, excluded.position, excluded.kind, excluded.doc_no, excluded.title,
    excluded.plan_id, excluded.year, excluded.lead
)
