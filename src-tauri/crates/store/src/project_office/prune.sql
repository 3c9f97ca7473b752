DELETE FROM project_office WHERE project_id = :owner AND position >= :count
