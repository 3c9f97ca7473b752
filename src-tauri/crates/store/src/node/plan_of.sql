SELECT plan_id FROM node WHERE id = :id
