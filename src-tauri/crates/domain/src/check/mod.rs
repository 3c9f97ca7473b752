//! 点検: what does not hold together in a programme, as pure rules.
//!
//! Each family of rules is one file and one function that looks at the whole programme once.
//! Nothing is mended and nothing is worded here: a [`Finding`] is a [`Case`], a place and facts.

mod charts;
mod effects;
mod glyphs;
mod indicators;
mod labels;
mod mentions;
mod numbers;
mod offices;
mod records;
mod schedules;
mod totals;
mod understood;
mod years;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::programme::{
    BarId, Basis, ChartId, EffectRowId, EffectTableId, EvaluatorId, IndicatorId, LaneId, LifeCycleKind, LifeEventId,
    MeetingId, Node, NodeId, OfficeId, PaperId, Plan, PlanId, Programme, ProjectId, ScheduleId, SectionId, Slot,
    TargetId, VocabularyId, YearRecord,
};
use crate::value::fiscal_year::FiscalYear;

/// What was found, where, and with which words of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub case: Case,
    /// Where it stands.
    pub at: Spot,
    /// Which of the cells there is meant.
    pub cell: Cell,
    /// Name of the thing concerned, as the data has it: ② 公文書管理の適正化.
    pub title: String,
    /// What the sentence about it needs, by name.
    pub facts: Vec<(&'static str, Fact)>,
}

/// A word of the data that a sentence needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// Words as they stand in the data.
    Text(String),
    /// A fiscal year.
    Year(FiscalYear),
    /// How many.
    Count(usize),
    /// Which text of a thing.
    Column(Column),
    /// What became of an item, with the plan's own word for it. The word says nothing of the data, so
    /// a finding that was accepted stays accepted when it changes.
    Life(LifeCycleKind, Option<String>),
}

/// The texts of a programme, so that a finding can say in which one it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// A name or title.
    Name,
    /// 番号.
    Label,
    /// 区分 and its words.
    LifeCycle,
    /// A text section.
    Section,
    /// A lane or a bar.
    Schedule,
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
    /// 備考, 注, 出典.
    Note,
    /// 評価.
    Evaluation,
    /// 理由.
    Reason,
    /// 基準値.
    Baseline,
    /// 目標値.
    Goal,
    /// 計画 row of an indicator.
    Foreseen,
    /// 見込 of an effect.
    Expected,
    /// 所管課.
    Offices,
}

/// The cell of a [`Spot`] that a finding is about: where a person mends it. It is no part of the
/// key of the finding, which the place and the words found make already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cell {
    /// The place as a whole.
    Whole,
    /// One of its texts.
    Text(Column),
    /// A text of the first item concerned, where the place is a plan or a whole year of it.
    Item(NodeId, Column),
    /// A judgement of a record: its word, or its reason.
    Judged(VocabularyId, EvaluatorId, Column),
    /// An event in the life of a node: its words and its year.
    Life(LifeEventId),
    /// A text section of a node.
    Section(SectionId),
    /// A project of a node.
    Project(ProjectId),
    /// A lane of a schedule.
    Lane(LaneId),
    /// A bar of a schedule.
    Bar(BarId),
    /// A figure of an indicator: its year, part and row.
    Figure(FiscalYear, u8, Slot),
    /// The baseline figure of a part of an indicator.
    Baseline(u8),
    /// A target of an indicator.
    Goal(TargetId),
    /// An amount of a row of effects.
    Amount(FiscalYear, Basis),
    /// A baseline of the schedules of a plan.
    Schedule(ScheduleId),
}

/// Where a finding stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Spot {
    /// The programme as a whole.
    Programme,
    /// A plan.
    Plan(PlanId),
    /// A year of a plan: all its items.
    Year(PlanId, FiscalYear),
    /// A node.
    Node(NodeId),
    /// The lanes and bars of a node.
    Schedule(NodeId),
    /// A yearly record of a node.
    Record(NodeId, FiscalYear),
    /// An indicator.
    Indicator(IndicatorId),
    /// A table of effects.
    Effect(EffectTableId),
    /// A row of a table of effects.
    EffectRow(EffectTableId, EffectRowId),
    /// A chart.
    Chart(ChartId),
    /// A meeting.
    Meeting(MeetingId),
    /// A paper of a meeting.
    Paper(PaperId),
    /// An office.
    Office(OfficeId),
}

/// Kinds of findings, gravest first: what they are counted and narrowed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// The database is damaged.
    Damaged,
    /// A reference leads nowhere.
    Broken,
    /// A character that cannot be printed.
    Glyph,
    /// A figure was not understood.
    Figure,
    /// A target was not understood.
    Target,
    /// A fiscal year or a date was not understood.
    Year,
    /// An amount was not understood.
    Amount,
    /// An evaluation is outside its vocabulary.
    Evaluation,
    /// A number in a text differs from the data.
    Number,
    /// A printed total differs from the sum of its rows.
    Total,
    /// A target against the direction of good, or a judgement against the target.
    Direction,
    /// One indicator with two baselines.
    Baseline,
    /// One number twice.
    Label,
    /// A text names an item by a number that is not its own.
    Mention,
    /// A year outside the plan.
    Outside,
    /// An evaluation that is not "achieved" has no reason.
    Reason,
    /// 実績 is empty after the year ended.
    Actual,
    /// The evaluation is empty after the year ended.
    Unjudged,
    /// 当初予定 or 設定目標 is empty.
    Blank,
    /// The year of a target is past and its actual is empty.
    GoalPast,
    /// The schedule ended and the item did not.
    Bar,
    /// An item without a responsible office.
    Office,
    /// An item of an office that is no more.
    DeadOffice,
    /// A chart of two accounts.
    Account,
    /// A paper that was handed out is older than its data.
    Paper,
}

macro_rules! cases {
    ($($(#[$doc:meta])* $case:ident = $name:literal, $kind:ident;)*) => {
        /// What can be found, each with a sentence of its own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Case { $($(#[$doc])* $case,)* }

        impl Case {
            /// Every case.
            pub const ALL: &'static [Self] = &[$(Self::$case),*];

            /// Its name, which keys of findings are made of: it never changes.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$case => $name),* }
            }

            /// What it is counted as.
            pub const fn kind(self) -> FindingKind {
                match self { $(Self::$case => FindingKind::$kind),* }
            }
        }
    };
}

cases! {
    /// The database says that it is damaged.
    Damaged = "damaged", Damaged;
    /// A reference leads nowhere.
    Broken = "broken", Broken;
    /// A control character, a private character (外字), or one that no font has.
    Glyph = "glyph", Glyph;
    /// A figure of an indicator.
    Figure = "figure", Figure;
    /// A target of an indicator.
    Target = "target", Target;
    /// A fiscal year.
    Year = "year", Year;
    /// A date.
    Date = "date", Year;
    /// An amount of money.
    Amount = "amount", Amount;
    /// A word outside the vocabulary.
    OutsideVocabulary = "evaluation", Evaluation;
    /// A word of a vocabulary that is not in use in that year.
    OtherVocabulary = "evaluation-year", Evaluation;
    /// 実績 says another number than the indicator.
    NumberActual = "number", Number;
    /// 前年度末の状況 says another number than the indicator.
    NumberBefore = "number-before", Number;
    /// 設定目標 says another number than the target of the indicator.
    NumberTarget = "number-target", Number;
    /// 理由 says another number than the indicator.
    NumberReason = "number-reason", Number;
    /// A text section says another number of a year than the indicator.
    NumberSection = "number-section", Number;
    /// A bar says another number than the target of the indicator.
    NumberBar = "number-bar", Number;
    /// A printed total differs from the sum.
    Total = "total", Total;
    /// The total of an indicator differs from the sum of its parts.
    PartTotal = "total-part", Total;
    /// The total of budgets differs from the sum of the projects.
    BudgetTotal = "total-budget", Total;
    /// A target on the side that is not aimed at.
    TargetAgainstGood = "direction", Direction;
    /// Judged as achieved while the targets are missed.
    MissedButAchieved = "missed", Direction;
    /// Judged as not achieved while the targets are met.
    MetButNotAchieved = "met", Direction;
    /// One indicator, two baselines.
    Baseline = "baseline", Baseline;
    /// The number of a sibling.
    LabelAmongSiblings = "label", Label;
    /// The number of another item of the plan.
    LabelInPlan = "label-plan", Label;
    /// A text names another item by a number that is not its own.
    LabelMentioned = "label-mentioned", Mention;
    /// A record of a year outside the plan.
    RecordOutside = "outside-record", Outside;
    /// A bar outside the years of its schedule.
    BarOutside = "outside-bar", Outside;
    /// A life cycle year outside the plan.
    LifeCycleOutside = "outside-life", Outside;
    /// A target before the plan begins.
    TargetOutside = "outside-target", Outside;
    /// A paper of a year outside the plan.
    PaperOutside = "outside-paper", Outside;
    /// A plan that ends before it begins.
    PlanBackwards = "outside-plan", Outside;
    /// No reason for a judgement that is not "achieved".
    Reason = "reason", Reason;
    /// 実績 of an item is empty.
    Actual = "actual", Actual;
    /// 実績 of a year is empty for most items.
    ActualMost = "actual-most", Actual;
    /// An item is not judged.
    Unjudged = "unjudged", Unjudged;
    /// No item of a year is judged.
    UnjudgedAll = "unjudged-all", Unjudged;
    /// 当初予定 is empty.
    BlankPlanned = "blank-planned", Blank;
    /// 設定目標 is empty.
    BlankTarget = "blank-target", Blank;
    /// 前年度末の状況 is empty.
    BlankPrevious = "blank-previous", Blank;
    /// The year of a target is past without an actual.
    GoalPast = "goal", GoalPast;
    /// The year of the targets is past, and most indicators have no actual.
    GoalPastMost = "goal-most", GoalPast;
    /// The last bar of an item ended.
    Bar = "bar", Bar;
    /// An item without a responsible office.
    NoOffice = "office", Office;
    /// An item of which only a collective name (関係課) is in charge.
    CollectiveOnly = "office-collective", Office;
    /// Most items of a plan have no office.
    NoOfficeMost = "office-most", Office;
    /// An office that is no more.
    DeadOffice = "dead-office", DeadOffice;
    /// An office that is no more and what became of it.
    SucceededOffice = "dead-office-after", DeadOffice;
    /// 一般会計 and 普通会計 in one chart.
    Account = "account", Account;
    /// A paper handed out that would print otherwise now.
    Paper = "paper", Paper;
}

impl Finding {
    /// What this finding is known by while the data stays as it is: its case, its place and the
    /// words found, never its position or a title. Changed data makes another key, so that what
    /// was accepted comes back.
    pub fn key(&self) -> String {
        let mut facts = String::new();
        for (name, fact) in self.facts.iter().filter(|(_, fact)| !matches!(fact, Fact::Life(..))) {
            facts.push_str(name);
            facts.push('=');
            match fact {
                Fact::Text(text) => facts.push_str(text),
                Fact::Year(year) => facts.push_str(&year.year().to_string()),
                Fact::Count(count) => facts.push_str(&count.to_string()),
                Fact::Column(column) => facts.push_str(&format!("{column:?}")),
                Fact::Life(..) => {}
            }
            facts.push('\u{1f}');
        }
        format!("{}@{}#{:016x}", self.case.name(), self.at.name(), fnv(facts.as_bytes()))
    }
}

impl Spot {
    /// The place in a key: `record/12/2023`.
    fn name(self) -> String {
        match self {
            Self::Programme => "programme".into(),
            Self::Plan(plan) => format!("plan/{}", plan.0),
            Self::Year(plan, year) => format!("year/{}/{}", plan.0, year.year()),
            Self::Node(node) => format!("node/{}", node.0),
            Self::Schedule(node) => format!("schedule/{}", node.0),
            Self::Record(node, year) => format!("record/{}/{}", node.0, year.year()),
            Self::Indicator(indicator) => format!("indicator/{}", indicator.0),
            Self::Effect(table) => format!("effect/{}", table.0),
            Self::EffectRow(table, row) => format!("effect/{}/{}", table.0, row.0),
            Self::Chart(chart) => format!("chart/{}", chart.0),
            Self::Meeting(meeting) => format!("meeting/{}", meeting.0),
            Self::Paper(paper) => format!("paper/{}", paper.0),
            Self::Office(office) => format!("office/{}", office.0),
        }
    }
}

/// FNV-1a: the same in every version of the program, as keys in files must be.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Hears how many of how many parts of the check are done; `false` stops it.
pub type Watch<'w> = dyn FnMut(usize, usize) -> bool + 'w;

type Part = fn(&Look<'_>, &mut Vec<Finding>);

/// The families of rules, each of which looks at the whole programme once.
const PARTS: &[Part] = &[
    glyphs::look,
    understood::look,
    records::look,
    numbers::look,
    effects::look,
    totals::look,
    indicators::look,
    labels::look,
    mentions::look,
    years::look,
    schedules::look,
    offices::look,
    charts::look,
];

/// Everything found in a programme on a day, gravest first, in the order of the programme.
///
/// `prints` says whether the fonts have a character.
pub fn check(programme: &Programme, today: NaiveDate, prints: &dyn Fn(char) -> bool) -> Vec<Finding> {
    check_watched(programme, today, prints, &mut |_, _| true).unwrap_or_default()
}

/// Like [`check`], told of to `watch` part by part; none when it was stopped.
pub fn check_watched(
    programme: &Programme,
    today: NaiveDate,
    prints: &dyn Fn(char) -> bool,
    watch: &mut Watch<'_>,
) -> Option<Vec<Finding>> {
    let look = Look { programme, today, prints };
    let mut found = Vec::new();
    for (done, part) in PARTS.iter().enumerate() {
        if !watch(done, PARTS.len()) {
            return None;
        }
        part(&look, &mut found);
    }
    found.sort_by_key(|finding| finding.case.kind());
    // Two of one key would be accepted and withdrawn together: they are one.
    let mut keys = std::collections::HashSet::new();
    found.retain(|finding| keys.insert(finding.key()));
    Some(found)
}

/// What every rule looks at.
struct Look<'a> {
    programme: &'a Programme,
    today: NaiveDate,
    prints: &'a dyn Fn(char) -> bool,
}

impl Look<'_> {
    /// Whether a fiscal year is over: it ends on 31 March.
    fn ended(&self, year: FiscalYear) -> bool {
        year.end() < self.today
    }

    /// Whether a fiscal year has begun.
    fn begun(&self, year: FiscalYear) -> bool {
        year.start() <= self.today
    }

    /// The fiscal year of today.
    fn now(&self) -> Option<FiscalYear> {
        FiscalYear::of_date(self.today)
    }
}

/// The texts of a record in the columns of its table.
fn texts_of(record: &YearRecord) -> [(Column, &str); 6] {
    [
        (Column::Planned, record.planned.as_str()),
        (Column::Target, &record.target),
        (Column::PreviousState, &record.previous_state),
        (Column::Actual, &record.actual),
        (Column::Issues, &record.issues),
        (Column::Note, &record.note),
    ]
}

/// Label and title of a node as one name.
fn title(node: &Node) -> String {
    match (node.label.trim(), node.title.trim()) {
        ("", title) => title.to_owned(),
        (label, title) => format!("{label} {title}").trim_end().to_owned(),
    }
}

/// Whether a plan demands anything of an item in a year: the item counts, and no later result tells
/// that year too.
fn demanded(plan: &Plan, item: &Node, year: FiscalYear) -> bool {
    let told_later =
        item.records.iter().any(|record| record.year >= year && record.cumulative && !blank(&record.actual));
    item.level == plan.evaluation_level && item.life_cycle.counts_in(year) && !told_later
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// One finding for each that is missing, or a single one of the case given while most are: what
/// has not been gathered yet is one thing to do, and twenty-eight lines about it help nobody.
fn each_or_most<T>(
    missing: Vec<T>,
    all: usize,
    one: impl Fn(T) -> Finding,
    most: (Case, Spot, Cell, &str, FiscalYear),
) -> Vec<Finding> {
    if missing.len() <= 2 || missing.len() * 2 <= all {
        return missing.into_iter().map(one).collect();
    }
    let (case, at, cell, title, year) = most;
    let facts = vec![("year", Fact::Year(year)), ("count", Fact::Count(missing.len())), ("all", Fact::Count(all))];
    vec![Finding { case, at, cell, title: title.to_owned(), facts }]
}

#[cfg(test)]
mod tests;
