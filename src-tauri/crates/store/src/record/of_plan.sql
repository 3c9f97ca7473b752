SELECT
    node_id AS owner, run, year, planned, target, previous_state, actual, cumulative, issues, note,
    same_as_before
FROM record
WHERE node_id IN (SELECT id FROM node WHERE plan_id = :id) AND year BETWEEN :first AND :last
