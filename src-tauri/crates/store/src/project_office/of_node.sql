SELECT
    project_office.project_id AS owner, project_office.office_id
FROM project JOIN project_office ON project_office.project_id = project.id
WHERE project.node_id = :id
ORDER BY project_office.position
