SELECT life_words FROM plan WHERE id = (SELECT plan_id FROM node WHERE id = :id)
