SELECT
    change_id AS owner, side, office_id
FROM changed_office
WHERE (:owner IS NULL OR change_id = :owner)
ORDER BY change_id, side, position
