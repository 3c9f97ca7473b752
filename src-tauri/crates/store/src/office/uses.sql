SELECT
    (SELECT count(*) FROM assignment WHERE office_id = :id)
    + (SELECT count(*) FROM project_office WHERE office_id = :id)
    + (SELECT count(*) FROM changed_office WHERE office_id = :id) AS uses
