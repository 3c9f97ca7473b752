INSERT INTO handing_out (paper_id, at, digest) VALUES (:paper_id, :at, :digest)
ON CONFLICT (paper_id) DO UPDATE SET at = excluded.at, digest = excluded.digest
