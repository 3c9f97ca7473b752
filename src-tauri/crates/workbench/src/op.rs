//! What a person can do to a programme, as one list: the name of every step of undo.

use domain::programme::Basis;
use domain::value::fiscal_year::{ReadYear, YearStyle, parse_fiscal_year};
use store::NewStep;

use crate::by::By;
use crate::settings::Setting;
use crate::texts::{Args, Key, Texts, keys};

/// One operation with what its name needs: 「市民参加の推進」令和5年度 実績の入力.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// A whole programme was loaded over what was there.
    LoadProgramme,
    /// A file of somebody else was taken in.
    Import {
        /// Name of the file.
        source: String,
    },
    /// The city's name or conventions.
    EditCity,
    /// A plan's own data.
    EditPlan {
        /// Name of the plan.
        plan: String,
    },
    /// A new plan.
    AddPlan {
        /// Name of the plan.
        plan: String,
    },
    /// A new node.
    AddNode {
        /// Title of the node.
        item: String,
    },
    /// Several nodes at once: rows copied from a table.
    AddNodes {
        /// How many.
        count: usize,
    },
    /// One field of a node.
    EditNode {
        /// Title of the node.
        item: String,
        /// Which field.
        field: Field,
    },
    /// Several fields of several nodes at once (a paste).
    EditNodes {
        /// How many cells.
        count: usize,
    },
    /// A node moved to another place.
    MoveNode {
        /// Title of the node.
        item: String,
    },
    /// A node removed with all below it.
    RemoveNode {
        /// Title of the node.
        item: String,
    },
    /// The lanes or bars of a node.
    EditSchedule {
        /// Title of the node.
        item: String,
        /// What was done.
        change: ScheduleChange,
    },
    /// One field of a yearly record.
    SetRecord {
        /// Title of the item.
        item: String,
        /// The year.
        year: ReadYear,
        /// Which field.
        field: Field,
    },
    /// Several fields of several records at once.
    SetRecords {
        /// How many cells.
        count: usize,
        /// The year.
        year: ReadYear,
    },
    /// Several items judged with one word.
    EvaluateItems {
        /// How many items.
        count: usize,
        /// The year.
        year: ReadYear,
        /// The word; empty when judgements were taken away.
        word: String,
    },
    /// Several bars moved by whole years.
    ShiftBars {
        /// How many bars.
        count: usize,
        /// By how many years; negative is earlier.
        years: i32,
    },
    /// A text of one year copied into another field or year of several items.
    CopyTexts {
        /// How many items.
        count: usize,
        /// The field copied.
        from: Field,
        /// Its year.
        from_year: ReadYear,
        /// The field written.
        to: Field,
        /// Its year.
        year: ReadYear,
    },
    /// Planning said to be as in the year before, or no longer.
    MarkSame {
        /// How many items.
        count: usize,
        /// The year.
        year: ReadYear,
        /// Said, or taken back.
        same: bool,
    },
    /// Results said to be those of all years so far, or no longer.
    MarkCumulative {
        /// How many items.
        count: usize,
        /// The year.
        year: ReadYear,
        /// Said, or taken back.
        cumulative: bool,
    },
    /// Nodes numbered anew.
    Renumber {
        /// How many.
        count: usize,
        /// Under which node, or the plan as a whole.
        item: String,
    },
    /// One field of several nodes at once.
    AssignMany {
        /// How many nodes.
        count: usize,
        /// Which field.
        field: Field,
    },
    /// A figure of an indicator.
    SetFigure {
        /// Name of the indicator.
        indicator: String,
        /// The year.
        year: ReadYear,
    },
    /// Several figures at once.
    SetFigures {
        /// How many cells.
        count: usize,
    },
    /// The target of an indicator for one year.
    SetTarget {
        /// Name of the indicator.
        indicator: String,
        /// The year.
        year: ReadYear,
    },
    /// Several cells of the table of indicators at once.
    SetIndicators {
        /// How many cells.
        count: usize,
    },
    /// An indicator to another place.
    MoveIndicator {
        /// Name of the indicator.
        indicator: String,
    },
    /// An indicator's own data or targets.
    EditIndicator {
        /// Name of the indicator.
        indicator: String,
    },
    /// A new indicator.
    AddIndicator {
        /// Name of the indicator.
        indicator: String,
    },
    /// Several new indicators.
    AddIndicators {
        /// How many.
        count: usize,
    },
    /// An indicator removed.
    RemoveIndicator {
        /// Name of the indicator.
        indicator: String,
    },
    /// A new table of effects.
    AddEffectTable {
        /// Name of the table.
        table: String,
    },
    /// A table's name, unit or conventions.
    EditEffectTable {
        /// Name of the table.
        table: String,
    },
    /// A table moved among those of its plan.
    MoveEffectTable {
        /// Name of the table.
        table: String,
    },
    /// A table removed with its rows.
    RemoveEffectTable {
        /// Name of the table.
        table: String,
    },
    /// A new row of a table of effects.
    AddEffectRow {
        /// Title of the row.
        row: String,
    },
    /// Several new rows at once.
    AddEffectRows {
        /// Name of the table.
        table: String,
        /// How many.
        count: usize,
    },
    /// What a row of effects is: its title, item, side, account, span.
    EditEffectRow {
        /// Title of the row.
        row: String,
    },
    /// A row moved in its table.
    MoveEffectRow {
        /// Title of the row.
        row: String,
    },
    /// A row removed.
    RemoveEffectRow {
        /// Title of the row.
        row: String,
    },
    /// Several rows removed at once.
    RemoveEffectRows {
        /// Name of the table.
        table: String,
        /// How many.
        count: usize,
    },
    /// An amount of effect.
    SetEffect {
        /// Title of the row.
        row: String,
        /// The year.
        year: ReadYear,
        /// Expected or actual.
        basis: Basis,
    },
    /// Several cells of tables of effects at once.
    SetEffects {
        /// How many cells.
        count: usize,
    },
    /// A chart made or changed.
    SaveChart {
        /// Title of the chart.
        chart: String,
    },
    /// A chart removed.
    RemoveChart {
        /// Title of the chart.
        chart: String,
    },
    /// A meeting or its papers made or changed.
    SaveMeeting {
        /// Number and name of the meeting.
        meeting: String,
    },
    /// The sentence above the table of a paper put into other words.
    EditLead {
        /// Number of the paper: 資料1.
        paper: String,
    },
    /// A meeting removed.
    RemoveMeeting {
        /// Number and name of the meeting.
        meeting: String,
    },
    /// One old step taken back while the later ones stay.
    RevertStep {
        /// The key of the old step.
        op: String,
        /// Its arguments.
        args: Args,
    },
    /// Something in 設定: levels, groups, vocabularies, evaluators, formulas, schedules, offices.
    Set {
        /// What was done.
        setting: Setting,
        /// Name of what it was done to.
        name: String,
    },
    /// A finding of the check left as it is, with a reason.
    AcceptFinding {
        /// Name of the thing concerned.
        title: String,
    },
    /// A finding of the check open again.
    WithdrawAcceptance {
        /// Name of the thing concerned.
        title: String,
    },
}

/// Fields of nodes and records that a person edits one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 番号.
    Label,
    /// 名称.
    Title,
    /// 所管課.
    Offices,
    /// 区分 (新規・終了…).
    LifeCycle,
    /// The words printed with the life cycle.
    LifeCycleWords,
    /// グループ.
    Group,
    /// 取組の方向性 and other text sections.
    Section,
    /// 印 (健康指標, 重点).
    Markers,
    /// 前の計画の項目.
    Continues,
    /// 主要事務事業, 新規・充実事業.
    Project,
    /// 当初予定.
    Planned,
    /// 設定目標.
    Target,
    /// 前年度末の状況.
    PreviousState,
    /// 実績.
    Actual,
    /// 課題.
    Issues,
    /// 備考.
    Note,
    /// 評価.
    Evaluation,
    /// 評価の理由.
    Reason,
}

impl Field {
    /// The word for it.
    pub fn key(self) -> Key {
        match self {
            Self::Label => keys::FIELD_LABEL,
            Self::Title => keys::FIELD_TITLE,
            Self::Offices => keys::FIELD_OFFICES,
            Self::LifeCycle => keys::FIELD_LIFE_CYCLE,
            Self::LifeCycleWords => keys::FIELD_LIFE_CYCLE_WORDS,
            Self::Group => keys::FIELD_GROUP,
            Self::Section => keys::FIELD_SECTION,
            Self::Markers => keys::FIELD_MARKERS,
            Self::Continues => keys::FIELD_CONTINUES,
            Self::Project => keys::FIELD_PROJECT,
            Self::Planned => keys::FIELD_PLANNED,
            Self::Target => keys::FIELD_TARGET,
            Self::PreviousState => keys::FIELD_PREVIOUS_STATE,
            Self::Actual => keys::FIELD_ACTUAL,
            Self::Issues => keys::FIELD_ISSUES,
            Self::Note => keys::FIELD_NOTE,
            Self::Evaluation => keys::FIELD_EVALUATION,
            Self::Reason => keys::FIELD_REASON,
        }
    }
}

/// What was done to a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScheduleChange {
    /// A lane added.
    AddLane,
    /// A lane renamed or moved.
    EditLane,
    /// A lane removed.
    RemoveLane,
    /// A bar drawn.
    AddBar,
    /// A bar's years or words.
    EditBar,
    /// A bar removed.
    RemoveBar,
}

impl ScheduleChange {
    fn key(self) -> Key {
        match self {
            Self::AddLane => keys::SCHEDULE_ADD_LANE,
            Self::EditLane => keys::SCHEDULE_EDIT_LANE,
            Self::RemoveLane => keys::SCHEDULE_REMOVE_LANE,
            Self::AddBar => keys::SCHEDULE_ADD_BAR,
            Self::EditBar => keys::SCHEDULE_EDIT_BAR,
            Self::RemoveBar => keys::SCHEDULE_REMOVE_BAR,
        }
    }
}

impl Op {
    /// The step as it goes into the file. The file keeps the key and plain arguments, so that
    /// the history reads well in whatever words the program has by then.
    pub fn step(&self, by: &By) -> NewStep {
        let (key, args) = self.name();
        NewStep {
            at: by.at,
            who: by.who.clone(),
            op: key.name().to_owned(),
            args: args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        }
    }

    fn name(&self) -> (Key, Vec<(&'static str, String)>) {
        // The year in its own reckoning: H32 stays 平成32年度 in the history.
        let year_of = |year: &ReadYear| year.format(YearStyle::Short);
        match self {
            Self::LoadProgramme => (keys::OP_LOAD_PROGRAMME, vec![]),
            Self::Import { source } => (keys::OP_IMPORT, vec![("source", source.clone())]),
            Self::EditCity => (keys::OP_EDIT_CITY, vec![]),
            Self::EditPlan { plan } => (keys::OP_EDIT_PLAN, vec![("plan", plan.clone())]),
            Self::AddPlan { plan } => (keys::OP_ADD_PLAN, vec![("plan", plan.clone())]),
            Self::AddNode { item } => (keys::OP_ADD_NODE, vec![("item", item.clone())]),
            Self::AddNodes { count } => (keys::OP_ADD_NODES, vec![("count", count.to_string())]),
            Self::EditNode { item, field } => {
                (keys::OP_EDIT_NODE, vec![("item", item.clone()), ("field", field.key().name().to_owned())])
            }
            Self::EditNodes { count } => (keys::OP_EDIT_NODES, vec![("count", count.to_string())]),
            Self::MoveNode { item } => (keys::OP_MOVE_NODE, vec![("item", item.clone())]),
            Self::RemoveNode { item } => (keys::OP_REMOVE_NODE, vec![("item", item.clone())]),
            Self::EditSchedule { item, change } => {
                (keys::OP_EDIT_SCHEDULE, vec![("item", item.clone()), ("change", change.key().name().to_owned())])
            }
            Self::SetRecord { item, year, field } => (
                keys::OP_SET_RECORD,
                vec![("item", item.clone()), ("year", year_of(year)), ("field", field.key().name().to_owned())],
            ),
            Self::SetRecords { count, year } => {
                (keys::OP_SET_RECORDS, vec![("count", count.to_string()), ("year", year_of(year))])
            }
            Self::EvaluateItems { count, year, word } => {
                let key = if word.is_empty() { keys::OP_EVALUATE_NONE } else { keys::OP_EVALUATE_ITEMS };
                (key, vec![("count", count.to_string()), ("year", year_of(year)), ("word", word.clone())])
            }
            Self::ShiftBars { count, years } => {
                let key = if *years < 0 { keys::OP_SHIFT_EARLIER } else { keys::OP_SHIFT_LATER };
                (key, vec![("count", count.to_string()), ("years", years.unsigned_abs().to_string())])
            }
            Self::CopyTexts { count, from, from_year, to, year } => (
                keys::OP_COPY_TEXTS,
                vec![
                    ("count", count.to_string()),
                    ("from", from.key().name().to_owned()),
                    ("fromyear", year_of(from_year)),
                    ("field", to.key().name().to_owned()),
                    ("year", year_of(year)),
                ],
            ),
            Self::MarkSame { count, year, same } => {
                let key = if *same { keys::OP_MARK_SAME } else { keys::OP_UNMARK_SAME };
                (key, vec![("count", count.to_string()), ("year", year_of(year))])
            }
            Self::MarkCumulative { count, year, cumulative } => {
                let key = if *cumulative { keys::OP_MARK_CUMULATIVE } else { keys::OP_UNMARK_CUMULATIVE };
                (key, vec![("count", count.to_string()), ("year", year_of(year))])
            }
            Self::Renumber { count, item } => {
                (keys::OP_RENUMBER, vec![("count", count.to_string()), ("item", item.clone())])
            }
            Self::AssignMany { count, field } => {
                (keys::OP_ASSIGN_MANY, vec![("count", count.to_string()), ("field", field.key().name().to_owned())])
            }
            Self::SetFigure { indicator, year } => {
                (keys::OP_SET_FIGURE, vec![("indicator", indicator.clone()), ("year", year_of(year))])
            }
            Self::SetFigures { count } => (keys::OP_SET_FIGURES, vec![("count", count.to_string())]),
            Self::SetTarget { indicator, year } => {
                (keys::OP_SET_TARGET, vec![("indicator", indicator.clone()), ("year", year_of(year))])
            }
            Self::SetIndicators { count } => (keys::OP_SET_INDICATORS, vec![("count", count.to_string())]),
            Self::MoveIndicator { indicator } => (keys::OP_MOVE_INDICATOR, vec![("indicator", indicator.clone())]),
            Self::EditIndicator { indicator } => (keys::OP_EDIT_INDICATOR, vec![("indicator", indicator.clone())]),
            Self::AddIndicator { indicator } => (keys::OP_ADD_INDICATOR, vec![("indicator", indicator.clone())]),
            Self::AddIndicators { count } => (keys::OP_ADD_INDICATORS, vec![("count", count.to_string())]),
            Self::RemoveIndicator { indicator } => (keys::OP_REMOVE_INDICATOR, vec![("indicator", indicator.clone())]),
            Self::AddEffectTable { table } => (keys::OP_ADD_EFFECT_TABLE, vec![("table", table.clone())]),
            Self::EditEffectTable { table } => (keys::OP_EDIT_EFFECT_TABLE, vec![("table", table.clone())]),
            Self::MoveEffectTable { table } => (keys::OP_MOVE_EFFECT_TABLE, vec![("table", table.clone())]),
            Self::RemoveEffectTable { table } => (keys::OP_REMOVE_EFFECT_TABLE, vec![("table", table.clone())]),
            Self::AddEffectRow { row } => (keys::OP_ADD_EFFECT_ROW, vec![("row", row.clone())]),
            Self::AddEffectRows { table, count } => {
                (keys::OP_ADD_EFFECT_ROWS, vec![("table", table.clone()), ("count", count.to_string())])
            }
            Self::EditEffectRow { row } => (keys::OP_EDIT_EFFECT_ROW, vec![("row", row.clone())]),
            Self::MoveEffectRow { row } => (keys::OP_MOVE_EFFECT_ROW, vec![("row", row.clone())]),
            Self::RemoveEffectRow { row } => (keys::OP_REMOVE_EFFECT_ROW, vec![("row", row.clone())]),
            Self::RemoveEffectRows { table, count } => {
                (keys::OP_REMOVE_EFFECT_ROWS, vec![("table", table.clone()), ("count", count.to_string())])
            }
            Self::SetEffect { row, year, basis } => {
                let basis = match basis {
                    Basis::Expected => keys::EFFECT_EXPECTED,
                    Basis::Actual => keys::EFFECT_ACTUAL,
                };
                let args = vec![("row", row.clone()), ("year", year_of(year)), ("field", basis.name().to_owned())];
                (keys::OP_SET_EFFECT, args)
            }
            Self::SetEffects { count } => (keys::OP_SET_EFFECTS, vec![("count", count.to_string())]),
            Self::SaveChart { chart } => (keys::OP_SAVE_CHART, vec![("chart", chart.clone())]),
            Self::RemoveChart { chart } => (keys::OP_REMOVE_CHART, vec![("chart", chart.clone())]),
            Self::SaveMeeting { meeting } => (keys::OP_SAVE_MEETING, vec![("meeting", meeting.clone())]),
            Self::EditLead { paper } => (keys::OP_EDIT_LEAD, vec![("paper", paper.clone())]),
            Self::RemoveMeeting { meeting } => (keys::OP_REMOVE_MEETING, vec![("meeting", meeting.clone())]),
            Self::RevertStep { op, args } => {
                // Two maps of plain words: this cannot fail, and an empty name would still be a step.
                let step = serde_json::to_string(&(op, args)).unwrap_or_default();
                (keys::OP_REVERT_STEP, vec![("step", step)])
            }
            Self::Set { setting, name } => (setting.key(), vec![("name", name.clone())]),
            Self::AcceptFinding { title } => (keys::OP_ACCEPT_FINDING, vec![("title", title.clone())]),
            Self::WithdrawAcceptance { title } => (keys::OP_WITHDRAW_ACCEPTANCE, vec![("title", title.clone())]),
        }
    }
}

/// The name of a stored step: 「市民参加の推進」令和5年度 実績の入力. A key the program does not
/// know (a file written by a newer one) shows as the key itself.
pub fn label(texts: &Texts, op: &str, stored: &Args) -> String {
    let Some(key) = Key::named(op) else { return op.to_owned() };
    let mut args = stored.clone();
    for name in ["year", "fromyear"] {
        if let Some(year) = stored.get(name).and_then(|text| parse_fiscal_year(text)) {
            args.insert(name.into(), year.format(YearStyle::Long));
        }
    }
    if let Some((op, inner)) = stored.get("step").and_then(|json| serde_json::from_str::<(String, Args)>(json).ok()) {
        args.insert("step".into(), label(texts, &op, &inner));
    }
    for name in ["field", "from", "change"] {
        if let Some(key) = stored.get(name).and_then(|name| Key::named(name)) {
            args.insert(name.into(), texts.get(key));
        }
    }
    texts.with(key, &args)
}
