INSERT INTO changed_office (
    change_id, side, position, office_id
) VALUES (
    :change_id, :side, :position, :office_id
)
ON CONFLICT (change_id, side, position) DO UPDATE SET
    office_id = excluded.office_id
WHERE changed_office.office_id IS NOT excluded.office_id
