SELECT parent_id, level FROM node WHERE id = :id
