SELECT
    node_id AS owner, run, year, vocabulary_id, evaluator_id, text, term_id, reason
FROM evaluation
WHERE node_id IN (SELECT id FROM node WHERE plan_id = :id) AND year BETWEEN :first AND :last
