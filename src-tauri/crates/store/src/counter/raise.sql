INSERT INTO counter (name, last) VALUES (:name, :last)
ON CONFLICT (name) DO UPDATE SET last = excluded.last WHERE excluded.last > counter.last
