//! A plan: its period, the names of its levels, its words of evaluation, its tree.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{GroupId, NodeId, PlanId};
use super::life::{LifeCycleKind, LifeWord};
use super::node::Node;
use super::rate::Rate;
use super::schedule::Schedule;
use super::vocabulary::{Evaluator, Vocabulary};
use crate::value::fiscal_year::FiscalYear;
use crate::value::reckoning::Reckoning;
use crate::value::written::Written;

/// A plan (計画): 第2期経営改革プログラム(令和3年度～令和6年度).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Identity within the file.
    pub id: PlanId,
    /// Name as printed, without the period.
    pub name: String,
    /// First fiscal year, in the words of the plan (平成32年度 stays).
    pub first: Written<FiscalYear>,
    /// Last fiscal year, in the words of the plan.
    pub last: Written<FiscalYear>,
    /// The levels of the tree from the top, 2 to 5 of them: 方向性, 実施プログラム.
    pub levels: Vec<Level>,
    /// Which level carries yearly records and evaluations, counted from 0; not always the last.
    pub evaluation_level: u8,
    /// Plans this one continues; also the plan of which this is the follow-up.
    #[serde(default)]
    pub predecessors: Vec<PlanId>,
    /// Other plans it refers to (関連する個別計画等).
    #[serde(default)]
    pub related: Vec<String>,
    /// Note on the plan, as printed.
    #[serde(default)]
    pub note: String,
    /// What has to be filled in of every item, and what need not, where the city says so.
    #[serde(default)]
    pub demands: Vec<Demand>,
    /// Own words for what becomes of its items (区分); a kind without one has the usual word.
    #[serde(default)]
    pub life_words: Vec<LifeWord>,
    /// Vocabularies of evaluation, by axis and year.
    #[serde(default)]
    pub vocabularies: Vec<Vocabulary>,
    /// Evaluators in their order.
    #[serde(default)]
    pub evaluators: Vec<Evaluator>,
    /// Rates (達成率, 進捗率) in order of print; a plan without any takes the counting rules of its terms.
    #[serde(default)]
    pub rates: Vec<Rate>,
    /// Groups beside the hierarchy (実施プログラム / 検討プログラム), in order of print.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Schedules (年度スケジュール), the oldest baseline first; the last one is in force.
    #[serde(default)]
    pub schedules: Vec<Schedule>,
    /// The tree in depth-first order of print; every parent stands before its children.
    #[serde(default)]
    pub nodes: Vec<Node>,
}

/// How far from its plan a year can lie and still be meant: an item or a budget of the plan before
/// or after, and no slip of the pen.
const FARTHEST: i32 = 10;

impl Plan {
    /// How many levels a plan can have.
    pub const LEVELS: std::ops::RangeInclusive<usize> = 2..=5;

    /// Whether a year lies within the plan or within ten years of it; any year does while its period
    /// is not understood.
    pub fn is_near(&self, year: FiscalYear) -> bool {
        self.first.meaning.is_none_or(|first| first.year() - FARTHEST <= year.year())
            && self.last.meaning.is_none_or(|last| year.year() <= last.year() + FARTHEST)
    }

    /// The fiscal years the plan runs over; empty while its period is not understood.
    pub fn years(&self) -> Vec<FiscalYear> {
        match (self.first.meaning, self.last.meaning) {
            (Some(first), Some(last)) => {
                std::iter::successors(Some(first), |year| year.next()).take_while(|year| *year <= last).collect()
            }
            _ => Vec::new(),
        }
    }

    /// How the plan counts its years: in the era of its last year. A plan of 平成29年度～平成32年度
    /// goes on calling 2019 平成31年度.
    pub fn reckoning(&self) -> Reckoning {
        Reckoning::of_words(&self.last.text)
    }

    /// Whether a year belongs to the plan; any year does while its period is not understood.
    pub fn runs_in(&self, year: FiscalYear) -> bool {
        self.first.meaning.is_none_or(|first| first <= year) && self.last.meaning.is_none_or(|last| year <= last)
    }

    /// The items (項目): the nodes of the level that carries records and evaluations.
    pub fn items(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| node.level == self.evaluation_level)
    }

    /// The node with the identity given.
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == id)
    }

    /// Whether a field has to be filled in; none where the plan leaves it to what is usual.
    pub fn demand(&self, field: DemandedField) -> Option<bool> {
        self.demands.iter().find(|demand| demand.field == field).map(|demand| demand.demanded)
    }

    /// Its own word for what becomes of an item; none where it has the usual one.
    pub fn life_word(&self, kind: LifeCycleKind) -> Option<&str> {
        self.life_words.iter().find(|own| own.kind == kind).map(|own| own.word.as_str())
    }

    /// Gives what becomes of an item a word of its own; none takes the usual one back.
    pub fn set_life_word(&mut self, kind: LifeCycleKind, word: Option<String>) {
        self.life_words.retain(|own| own.kind != kind);
        self.life_words.extend(word.map(|word| LifeWord { kind, word }));
        self.life_words.sort_by_key(|own| own.kind);
    }

    /// The schedule in force: the last baseline.
    pub fn schedule(&self) -> Option<&Schedule> {
        self.schedules.last()
    }
}

/// Whether a field of every item has to be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// The field.
    pub field: DemandedField,
    /// It has to be filled in; otherwise it need not.
    pub demanded: bool,
}

/// A field that a plan can demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum DemandedField {
    /// 当初予定.
    Planned,
    /// 設定目標.
    Target,
    /// 前年度末の状況.
    PreviousState,
    /// 実績.
    Actual,
    /// 評価.
    Evaluation,
    /// 理由.
    Reason,
    /// 所管課.
    Offices,
}

/// One level of the tree with the city's own name for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Name as printed: 方向性, 基本施策, 取組項目.
    pub name: String,
}

/// A group that cuts across the hierarchy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Identity within the file.
    pub id: GroupId,
    /// Name as printed.
    pub name: String,
    /// What the group is, printed beside its name.
    #[serde(default)]
    pub description: String,
}
