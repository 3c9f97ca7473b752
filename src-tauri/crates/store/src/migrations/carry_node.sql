-- The node in former_node, as 0001 has it, into the tables of 0002: the same as the migration does.
INSERT INTO node (
    id, plan_id, parent_id, position, level, label, title, group_id, markers, uncounted
)
SELECT
    id, plan_id, parent_id, position, level, label, title, group_id, markers, life_uncounted
FROM former_node;
INSERT INTO life_event (
    id, node_id, position, kind, year_text, year_meaning, words, other_id
)
SELECT id, id, 0, life_kind, life_year_text, life_year_meaning, life_words, life_other_id
FROM former_node
WHERE life_kind <> 'continuing' OR life_year_text IS NOT NULL OR life_words <> ''
    OR life_other_id IS NOT NULL;
INSERT INTO former_item (node_id, former_id, position)
SELECT id, continues_id, 0 FROM former_node WHERE continues_id IS NOT NULL;
