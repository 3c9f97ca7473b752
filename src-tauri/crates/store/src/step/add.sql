INSERT INTO step (at, who, op, args, undone, cells, changeset)
VALUES (:at, :who, :op, :args, 0, :cells, :changeset)
