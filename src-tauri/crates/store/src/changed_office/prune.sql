DELETE FROM changed_office WHERE change_id = :owner AND side = :side AND position >= :count
