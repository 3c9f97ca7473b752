WITH RECURSIVE
gone (id) AS (
    SELECT :id
    UNION
    SELECT node.id FROM gone JOIN node ON node.parent_id = gone.id
),
lost (id) AS (SELECT id FROM indicator WHERE node_id IN (SELECT id FROM gone))
SELECT
    (SELECT count(*) FROM gone) - 1 AS below,
    (SELECT count(*) FROM section WHERE node_id IN (SELECT id FROM gone) AND text <> '') AS sections,
    (SELECT count(*) FROM lane WHERE node_id IN (SELECT id FROM gone) AND schedule_id IS :schedule) AS lanes,
    (SELECT count(*) FROM lane WHERE node_id IN (SELECT id FROM gone) AND schedule_id IS NOT :schedule) AS earlier_lanes,
    (
        SELECT count(*) FROM record
        WHERE node_id IN (SELECT id FROM gone) AND (
            planned <> '' OR target <> '' OR previous_state <> '' OR actual <> '' OR issues <> '' OR note <> ''
            OR same_as_before <> 0
            OR EXISTS (
                SELECT 1 FROM evaluation
                WHERE evaluation.node_id = record.node_id AND evaluation.year = record.year
            )
        )
    ) AS records,
    (SELECT count(*) FROM project WHERE node_id IN (SELECT id FROM gone)) AS projects,
    (SELECT count(*) FROM lost) AS indicators,
    (
        SELECT count(*) FROM chart
        WHERE EXISTS (SELECT 1 FROM chart_series WHERE chart_id = chart.id)
            AND NOT EXISTS (
                SELECT 1 FROM chart_series
                WHERE chart_id = chart.id AND indicator_id NOT IN (SELECT id FROM lost)
            )
    ) AS charts,
    (SELECT count(*) FROM effect_row WHERE node_id IN (SELECT id FROM gone)) AS effect_rows,
    (
        SELECT count(*) FROM node
        WHERE id NOT IN (SELECT id FROM gone) AND (
            EXISTS (
                SELECT 1 FROM former_item
                WHERE former_item.node_id = node.id AND former_id IN (SELECT id FROM gone)
            )
            OR EXISTS (
                SELECT 1 FROM life_event
                WHERE life_event.node_id = node.id AND other_id IN (SELECT id FROM gone)
            )
        )
    ) AS referring
