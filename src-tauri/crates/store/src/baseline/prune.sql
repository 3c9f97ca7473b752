DELETE FROM baseline WHERE indicator_id = :owner AND part >= :count
