INSERT INTO counter (name, last) VALUES (:name, :by)
ON CONFLICT (name) DO UPDATE SET last = counter.last + excluded.last
