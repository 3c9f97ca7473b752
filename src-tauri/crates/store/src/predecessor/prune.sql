DELETE FROM predecessor WHERE plan_id = :owner AND position >= :count
