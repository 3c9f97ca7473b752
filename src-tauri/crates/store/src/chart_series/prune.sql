DELETE FROM chart_series WHERE chart_id = :owner AND position >= :count
