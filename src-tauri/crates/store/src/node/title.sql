SELECT title FROM node WHERE id = :id
