SELECT paper_id, at, digest FROM handing_out ORDER BY paper_id
