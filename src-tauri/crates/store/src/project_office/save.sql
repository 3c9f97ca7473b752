INSERT INTO project_office (
    project_id, position, office_id
) VALUES (
    :project_id, :position, :office_id
)
ON CONFLICT (project_id, position) DO UPDATE SET
    office_id = excluded.office_id
WHERE project_office.office_id IS NOT excluded.office_id
