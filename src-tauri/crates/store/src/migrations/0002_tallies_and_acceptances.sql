-- Rates by the city's own formula, printed totals, the year of a project's budget, the edited
-- sentence of a paper, accepted findings, what was handed out when, the unit of a schedule's amounts
-- and words on it without an arrow, the markers of an indicator; the life of an item as several
-- events, and several former items.

-- 達成率, 進捗率
CREATE TABLE rate (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    formula TEXT NOT NULL,
    evaluator_id INTEGER REFERENCES evaluator ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    unjudged INTEGER NOT NULL
) STRICT;
CREATE INDEX rate_plan ON rate (plan_id);
CREATE INDEX rate_evaluator ON rate (evaluator_id) WHERE evaluator_id IS NOT NULL;

CREATE TABLE rate_term (
    rate_id INTEGER NOT NULL REFERENCES rate ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL CHECK (side IN ('numerator', 'denominator')),
    term_id INTEGER NOT NULL REFERENCES term ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    PRIMARY KEY (rate_id, side, term_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rate_term_term ON rate_term (term_id);

ALTER TABLE assignment ADD COLUMN since INTEGER; -- 所管課 of some years only
ALTER TABLE assignment ADD COLUMN until INTEGER;
ALTER TABLE term ADD COLUMN from_percent_value TEXT; -- 進捗率: from how many percent on it holds
ALTER TABLE schedule ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE bar ADD COLUMN words_only INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan ADD COLUMN demands TEXT NOT NULL DEFAULT '[]'; -- what has to be filled in of every item
ALTER TABLE plan ADD COLUMN life_words TEXT NOT NULL DEFAULT '[]'; -- 充実 for 拡充, 集約 for 統合
ALTER TABLE effect_row ADD COLUMN total INTEGER NOT NULL DEFAULT 0;
ALTER TABLE project ADD COLUMN year_text TEXT;
ALTER TABLE project ADD COLUMN year_meaning TEXT;
ALTER TABLE paper ADD COLUMN lead TEXT NOT NULL DEFAULT '';
ALTER TABLE indicator ADD COLUMN markers TEXT NOT NULL DEFAULT '[]'; -- 健康指標, 重点

-- 点検 findings that were accepted with a reason
CREATE TABLE acceptance (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    finding TEXT NOT NULL,
    reason TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- When a paper was handed out last, and a digest of what it said. Not under undo: what was handed
-- out stays handed out.
CREATE TABLE handing_out (
    paper_id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;

-- What happened to a node, in the order in which it is told. The one event a node had becomes the
-- first of its list, with the node's own number: steps of undo rely on it (migrations/history.rs).
CREATE TABLE life_event (
    id INTEGER PRIMARY KEY,
    node_id INTEGER NOT NULL REFERENCES node ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    year_text TEXT,
    year_meaning TEXT,
    words TEXT NOT NULL,
    other_id INTEGER REFERENCES node ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX life_event_node ON life_event (node_id);
CREATE INDEX life_event_other ON life_event (other_id) WHERE other_id IS NOT NULL;
INSERT INTO life_event
SELECT id, id, 0, life_kind, life_year_text, life_year_meaning, life_words, life_other_id
FROM node
WHERE life_kind <> 'continuing' OR life_year_text IS NOT NULL OR life_words <> ''
    OR life_other_id IS NOT NULL;
INSERT INTO counter (name, last) SELECT 'life_event', last FROM counter WHERE name = 'node';

-- Items of former plans that a node continues
CREATE TABLE former_item (
    node_id INTEGER NOT NULL REFERENCES node ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    former_id INTEGER NOT NULL REFERENCES node ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    PRIMARY KEY (node_id, former_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX former_item_former ON former_item (former_id);
INSERT INTO former_item SELECT id, continues_id, 0 FROM node WHERE continues_id IS NOT NULL;

DROP INDEX node_life_other;
DROP INDEX node_continues;
ALTER TABLE node DROP COLUMN life_kind;
ALTER TABLE node DROP COLUMN life_year_text;
ALTER TABLE node DROP COLUMN life_year_meaning;
ALTER TABLE node DROP COLUMN life_words;
ALTER TABLE node DROP COLUMN life_other_id;
ALTER TABLE node DROP COLUMN continues_id;
ALTER TABLE node RENAME COLUMN life_uncounted TO uncounted;
