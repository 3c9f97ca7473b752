DELETE FROM part WHERE indicator_id = :owner AND position >= :count
