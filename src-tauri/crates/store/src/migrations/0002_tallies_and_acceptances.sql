-- Rates by the city's own formula, printed totals, the year of a project's budget, the edited
-- sentence of a paper, accepted findings, what was handed out when, the unit of a schedule's amounts
-- and words on it without an arrow.

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

ALTER TABLE schedule ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE bar ADD COLUMN words_only INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan ADD COLUMN demands TEXT NOT NULL DEFAULT '[]'; -- what has to be filled in of every item
ALTER TABLE effect_row ADD COLUMN total INTEGER NOT NULL DEFAULT 0;
ALTER TABLE project ADD COLUMN year_text TEXT;
ALTER TABLE project ADD COLUMN year_meaning TEXT;
ALTER TABLE paper ADD COLUMN lead TEXT NOT NULL DEFAULT '';

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
