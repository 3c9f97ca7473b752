-- The first schema of a .kaikaku file: one city's reform programme (行財政改革) and its history.
--
-- Conventions
--   id          identity within the file, never shown to a person
--   x_text      the words as written; x_meaning: what was understood of them, as JSON, NULL when
--               they were not understood. x_text NULL: there is no such value at all
--   position    order of print below the owner, from 0
--   run         0 for rows that stand in the natural order of their key; a list that does not is
--               cut into ascending runs, so that its order survives
--   words of a fixed vocabulary are snake_case text; years are western years of their April
--   foreign keys are checked at the end of the transaction, so that the order of writing is free

CREATE TABLE city (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    code TEXT,
    comma TEXT NOT NULL,
    negative TEXT NOT NULL
) STRICT;

-- 所管課
CREATE TABLE office (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    since TEXT,
    until TEXT
) STRICT;

-- 組織改正
CREATE TABLE office_change (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL
) STRICT;

CREATE TABLE changed_office (
    change_id INTEGER NOT NULL REFERENCES office_change ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL CHECK (side IN ('before', 'after')),
    position INTEGER NOT NULL,
    office_id INTEGER NOT NULL REFERENCES office DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (change_id, side, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX changed_office_office ON changed_office (office_id);

-- 計画
CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    first_text TEXT NOT NULL,
    first_meaning TEXT,
    last_text TEXT NOT NULL,
    last_meaning TEXT,
    evaluation_level INTEGER NOT NULL,
    related TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE predecessor (
    plan_id INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    predecessor_id INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (plan_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX predecessor_predecessor ON predecessor (predecessor_id);

CREATE TABLE level (
    plan_id INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (plan_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE vocabulary (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    axis TEXT NOT NULL,
    since INTEGER,
    until INTEGER
) STRICT;
CREATE INDEX vocabulary_plan ON vocabulary (plan_id);

CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    vocabulary_id INTEGER NOT NULL REFERENCES vocabulary ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    symbol TEXT NOT NULL,
    definition TEXT NOT NULL,
    achieved INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    undecided INTEGER NOT NULL
) STRICT;
CREATE INDEX term_vocabulary ON term (vocabulary_id);

CREATE TABLE evaluator (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name TEXT NOT NULL
) STRICT;
CREATE INDEX evaluator_plan ON evaluator (plan_id);

CREATE TABLE plan_group (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL
) STRICT;
CREATE INDEX plan_group_plan ON plan_group (plan_id);

-- 年度スケジュール
CREATE TABLE schedule (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    as_of_text TEXT,
    as_of_meaning TEXT,
    first_year INTEGER NOT NULL,
    last_year INTEGER NOT NULL
) STRICT;
CREATE INDEX schedule_plan ON schedule (plan_id);

-- 方向性, 実施プログラム, 取組項目: ordered by (parent_id, position) within a plan
CREATE TABLE node (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    parent_id INTEGER REFERENCES node ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    level INTEGER NOT NULL,
    label TEXT NOT NULL,
    title TEXT NOT NULL,
    group_id INTEGER REFERENCES plan_group ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    markers TEXT NOT NULL,
    life_kind TEXT NOT NULL,
    life_year_text TEXT,
    life_year_meaning TEXT,
    life_words TEXT NOT NULL,
    life_other_id INTEGER REFERENCES node ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    life_uncounted INTEGER NOT NULL,
    continues_id INTEGER REFERENCES node ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX node_plan ON node (plan_id);
CREATE INDEX node_parent ON node (parent_id);
CREATE INDEX node_group ON node (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX node_life_other ON node (life_other_id) WHERE life_other_id IS NOT NULL;
CREATE INDEX node_continues ON node (continues_id) WHERE continues_id IS NOT NULL;

-- 担当課・関連課 of a node
CREATE TABLE assignment (
    node_id INTEGER NOT NULL REFERENCES node ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    office_id INTEGER NOT NULL REFERENCES office DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    responsibility TEXT NOT NULL,
    PRIMARY KEY (node_id, office_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX assignment_office ON assignment (office_id);

CREATE TABLE section (
    id INTEGER PRIMARY KEY,
    node_id INTEGER NOT NULL REFERENCES node ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX section_node ON section (node_id);

-- 取組項目 of a schedule
CREATE TABLE lane (
    id INTEGER PRIMARY KEY,
    node_id INTEGER NOT NULL REFERENCES node ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    schedule_id INTEGER NOT NULL REFERENCES schedule ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL
) STRICT;
CREATE INDEX lane_node ON lane (node_id);
CREATE INDEX lane_schedule ON lane (schedule_id);

CREATE TABLE bar (
    id INTEGER PRIMARY KEY,
    lane_id INTEGER NOT NULL REFERENCES lane ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    first_year INTEGER NOT NULL,
    last_year INTEGER NOT NULL,
    words TEXT NOT NULL,
    amount_text TEXT,
    amount_meaning TEXT,
    as_before INTEGER NOT NULL,
    first_month INTEGER,
    last_month INTEGER,
    lanes INTEGER NOT NULL
) STRICT;
CREATE INDEX bar_lane ON bar (lane_id);

-- 年度記録
CREATE TABLE record (
    node_id INTEGER NOT NULL REFERENCES node ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL,
    run INTEGER NOT NULL,
    planned TEXT NOT NULL,
    target TEXT NOT NULL,
    previous_state TEXT NOT NULL,
    actual TEXT NOT NULL,
    cumulative INTEGER NOT NULL,
    issues TEXT NOT NULL,
    note TEXT NOT NULL,
    same_as_before INTEGER NOT NULL,
    PRIMARY KEY (node_id, year)
) STRICT, WITHOUT ROWID;

-- 評価. A term that is deleted leaves its word: text stays.
CREATE TABLE evaluation (
    node_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    vocabulary_id INTEGER NOT NULL REFERENCES vocabulary ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    evaluator_id INTEGER NOT NULL REFERENCES evaluator ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    run INTEGER NOT NULL,
    text TEXT NOT NULL,
    term_id INTEGER REFERENCES term ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    reason TEXT NOT NULL,
    PRIMARY KEY (node_id, year, vocabulary_id, evaluator_id),
    FOREIGN KEY (node_id, year) REFERENCES record ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- 主要事務事業, 新規・充実事業
CREATE TABLE project (
    id INTEGER PRIMARY KEY,
    node_id INTEGER NOT NULL REFERENCES node ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    budget_text TEXT,
    budget_meaning TEXT,
    debt_burden_text TEXT,
    debt_burden_meaning TEXT,
    purpose TEXT NOT NULL,
    outline TEXT NOT NULL
) STRICT;
CREATE INDEX project_node ON project (node_id);

CREATE TABLE project_office (
    project_id INTEGER NOT NULL REFERENCES project ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    office_id INTEGER NOT NULL REFERENCES office DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (project_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_office_office ON project_office (office_id);

-- 指標
CREATE TABLE indicator (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('fiscal', 'plan', 'node')),
    plan_id INTEGER REFERENCES plan ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    node_id INTEGER REFERENCES node ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    account TEXT NOT NULL,
    definition TEXT NOT NULL,
    good_text TEXT,
    good_meaning TEXT,
    survey INTEGER NOT NULL,
    cumulative INTEGER NOT NULL,
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    baseline_year_text TEXT,
    baseline_year_meaning TEXT,
    CHECK ((plan_id IS NOT NULL) = (scope = 'plan') AND (node_id IS NOT NULL) = (scope = 'node'))
) STRICT;
CREATE INDEX indicator_plan ON indicator (plan_id);
CREATE INDEX indicator_node ON indicator (node_id);

CREATE TABLE part (
    indicator_id INTEGER NOT NULL REFERENCES indicator ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    decimals INTEGER NOT NULL,
    PRIMARY KEY (indicator_id, position)
) STRICT, WITHOUT ROWID;

-- 基準値・現状値: one figure per part
CREATE TABLE baseline (
    indicator_id INTEGER NOT NULL REFERENCES indicator ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    part INTEGER NOT NULL,
    figure_text TEXT NOT NULL,
    figure_value TEXT,
    PRIMARY KEY (indicator_id, part)
) STRICT, WITHOUT ROWID;

-- 目標値
CREATE TABLE target (
    id INTEGER PRIMARY KEY,
    indicator_id INTEGER NOT NULL REFERENCES indicator ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    part INTEGER NOT NULL,
    year_text TEXT,
    year_meaning TEXT,
    stage TEXT NOT NULL,
    target_text TEXT NOT NULL,
    target_meaning TEXT,
    as_of_text TEXT,
    as_of_meaning TEXT
) STRICT;
CREATE INDEX target_indicator ON target (indicator_id);

-- 実績値・見込値
CREATE TABLE observation (
    indicator_id INTEGER NOT NULL REFERENCES indicator ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL,
    part INTEGER NOT NULL,
    slot TEXT NOT NULL CHECK (slot IN ('actual', 'plan')),
    run INTEGER NOT NULL,
    figure_text TEXT NOT NULL,
    figure_value TEXT,
    comment TEXT NOT NULL,
    PRIMARY KEY (indicator_id, year, part, slot)
) STRICT, WITHOUT ROWID;

-- 財政効果
CREATE TABLE effect (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    plan_id INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    saving TEXT NOT NULL,
    brackets TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX effect_plan ON effect (plan_id);

CREATE TABLE effect_row (
    id INTEGER PRIMARY KEY,
    effect_id INTEGER NOT NULL REFERENCES effect ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    node_id INTEGER REFERENCES node ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    side TEXT NOT NULL,
    account TEXT NOT NULL,
    span TEXT NOT NULL
) STRICT;
CREATE INDEX effect_row_effect ON effect_row (effect_id);
CREATE INDEX effect_row_node ON effect_row (node_id);

CREATE TABLE effect_cell (
    row_id INTEGER NOT NULL REFERENCES effect_row ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL,
    basis TEXT NOT NULL CHECK (basis IN ('expected', 'actual')),
    run INTEGER NOT NULL,
    amount_text TEXT NOT NULL,
    amount_meaning TEXT,
    PRIMARY KEY (row_id, year, basis)
) STRICT, WITHOUT ROWID;

-- 図
CREATE TABLE chart (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    first_year INTEGER,
    last_year INTEGER,
    targets INTEGER NOT NULL,
    second_line TEXT NOT NULL,
    width_mm INTEGER NOT NULL,
    height_mm INTEGER NOT NULL,
    source TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE chart_series (
    chart_id INTEGER NOT NULL REFERENCES chart ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    indicator_id INTEGER NOT NULL REFERENCES indicator ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    part INTEGER NOT NULL,
    axis TEXT NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (chart_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX chart_series_indicator ON chart_series (indicator_id);

-- 会議
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    date_text TEXT,
    date_meaning TEXT,
    place TEXT NOT NULL
) STRICT;

-- 会議資料
CREATE TABLE paper (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    doc_no TEXT NOT NULL,
    title TEXT NOT NULL,
    plan_id INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL
) STRICT;
CREATE INDEX paper_meeting ON paper (meeting_id);
CREATE INDEX paper_plan ON paper (plan_id);

-- One row per operation of a person: what undo takes back and the history shows. Not itself
-- under undo. The changeset stands last, so that reading the other columns never touches its pages.
CREATE TABLE step (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    op TEXT NOT NULL,
    args TEXT NOT NULL,
    undone INTEGER NOT NULL,
    cells INTEGER NOT NULL,
    changeset BLOB NOT NULL
) STRICT;

-- The highest identity a table ever gave out. Not under undo: an identity that a stored
-- changeset holds is never given to something else.
CREATE TABLE counter (
    name TEXT PRIMARY KEY NOT NULL,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
