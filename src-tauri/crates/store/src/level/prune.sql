DELETE FROM level WHERE plan_id = :owner AND position >= :count
