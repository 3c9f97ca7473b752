//! A node of the plan tree: a direction, a programme, an item.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{GroupId, NodeId, OfficeId, ProjectId, ScheduleId, SectionId};
use super::life::LifeCycle;
use super::record::YearRecord;
use super::schedule::Lane;
use crate::value::fiscal_year::FiscalYear;
use crate::value::quantity::Quantity;
use crate::value::written::Written;

/// A node of the plan tree on any level: text, offices, schedule and yearly records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// Identity within the file.
    pub id: NodeId,
    /// The node above; none on the top level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub parent: Option<NodeId>,
    /// Level in the plan, 0 for the top.
    pub level: u8,
    /// Number as printed, a label and not an integer: ①, 21, R1-1, 方向性1.
    #[serde(default)]
    pub label: String,
    /// Name as printed.
    pub title: String,
    /// Group beside the hierarchy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub group: Option<GroupId>,
    /// Markers printed with the node: 健康指標, 重点.
    #[serde(default)]
    pub markers: Vec<String>,
    /// New, changed, ended, listed again …
    #[serde(default)]
    pub life_cycle: LifeCycle,
    /// The items of former plans that this one continues: two of them may have become one.
    #[serde(default)]
    pub continues: Vec<NodeId>,
    /// Offices in their order, which is meaningful; those of earlier years stand among them.
    #[serde(default)]
    pub offices: Vec<Assignment>,
    /// Titled texts (目指す姿, 現状, 課題, 主な取組の方向性) with bullets and hard line breaks.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// Lanes (取組項目) of every schedule, in order of print.
    #[serde(default)]
    pub lanes: Vec<Lane>,
    /// Yearly records, oldest first.
    #[serde(default)]
    pub records: Vec<YearRecord>,
    /// Projects (主要事務事業, 新規・充実事業).
    #[serde(default)]
    pub projects: Vec<Project>,
}

impl Node {
    /// An empty node: what is made when a person adds one.
    pub fn new(id: NodeId, parent: Option<NodeId>, level: u8, title: impl Into<String>) -> Self {
        Self {
            id,
            parent,
            level,
            label: String::new(),
            title: title.into(),
            group: None,
            markers: Vec::new(),
            life_cycle: LifeCycle::default(),
            continues: Vec::new(),
            offices: Vec::new(),
            sections: Vec::new(),
            lanes: Vec::new(),
            records: Vec::new(),
            projects: Vec::new(),
        }
    }

    /// The offices that hold in a year, in their order; without a year those of today.
    pub fn offices_in(&self, year: Option<FiscalYear>) -> impl Iterator<Item = &Assignment> {
        self.offices.iter().filter(move |assignment| assignment.holds_in(year))
    }

    /// The record of the year given.
    pub fn record(&self, year: FiscalYear) -> Option<&YearRecord> {
        self.records.iter().find(|record| record.year == year)
    }

    /// The planning (当初予定) that holds in a year: its own words, or where it is said to be as in
    /// the year before, those of the year it goes back to.
    pub fn planned_in(&self, year: FiscalYear) -> &str {
        match self.record(year) {
            Some(record) if record.same_as_before && record.planned.is_empty() => {
                year.previous().map_or("", |before| self.planned_in(before))
            }
            Some(record) => &record.planned,
            None => "",
        }
    }

    /// Whether the planning of a year may be said to be as in the year before (前年度と同じ): the year
    /// before has words, and this one has none of its own or the same ones.
    pub fn may_be_same(&self, year: FiscalYear) -> bool {
        let before = year.previous().map_or("", |before| self.planned_in(before));
        let own = self.record(year).map_or("", |record| record.planned.as_str());
        !before.is_empty() && (own.is_empty() || own == before)
    }

    /// The lanes (取組項目) of one schedule, in order of print.
    pub fn lanes_of(&self, schedule: ScheduleId) -> impl Iterator<Item = &Lane> {
        self.lanes.iter().filter(move |lane| lane.schedule == schedule)
    }
}

/// An office and its part in a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The office.
    pub office: OfficeId,
    /// In charge, or concerned.
    #[serde(default)]
    pub responsibility: Responsibility,
    /// The first fiscal year in which it holds, where another office came before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub since: Option<FiscalYear>,
    /// The last fiscal year in which it holds, where another office came after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub until: Option<FiscalYear>,
}

impl Assignment {
    /// An office that holds in every year.
    pub fn always(office: OfficeId, responsibility: Responsibility) -> Self {
        Self { office, responsibility, since: None, until: None }
    }

    /// Whether it holds in a year; without a year, whether no other office came after.
    pub fn holds_in(&self, year: Option<FiscalYear>) -> bool {
        match year {
            Some(year) => self.since.is_none_or(|since| since <= year) && self.until.is_none_or(|until| year <= until),
            None => self.until.is_none(),
        }
    }
}

/// The column an office stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Responsibility {
    /// 担当課・所管課.
    #[default]
    Responsible,
    /// 関連課.
    Related,
}

/// A titled text of a node. Lines are separated by LF; a line may begin with 「・」.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Identity within the file.
    pub id: SectionId,
    /// Title as printed: 主な取組の方向性.
    pub title: String,
    /// Text as written.
    pub text: String,
}

/// A project below a node: 主要事務事業, or a new or enlarged project with its budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// Identity within the file.
    pub id: ProjectId,
    /// Name as printed.
    pub name: String,
    /// 新規, 充実, or nothing said.
    #[serde(default)]
    pub kind: ProjectKind,
    /// The fiscal year of the budget, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub year: Option<Written<FiscalYear>>,
    /// Budget (予算額) with its own unit, as written: 5,454千円.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub budget: Option<Written<Quantity>>,
    /// Debt burden (債務負担行為) with its own unit, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub debt_burden: Option<Written<Quantity>>,
    /// 目的及び効果.
    #[serde(default)]
    pub purpose: String,
    /// 概要・事業概要.
    #[serde(default)]
    pub outline: String,
    /// Offices in their order.
    #[serde(default)]
    pub offices: Vec<OfficeId>,
}

/// What a project is in the year's budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProjectKind {
    /// Nothing said.
    #[default]
    Unsaid,
    /// 新規.
    New,
    /// 充実.
    Enlarged,
    /// 主要事務事業.
    Major,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(western: i32) -> FiscalYear {
        FiscalYear::new(western).expect("a year in range")
    }

    fn node(planned: [(i32, &str, bool); 3]) -> Node {
        let mut node = Node::new(NodeId(1), None, 0, "市民参加の推進");
        for (western, text, same) in planned {
            let record = YearRecord { planned: text.into(), same_as_before: same, ..YearRecord::empty(year(western)) };
            node.records.push(record);
        }
        node
    }

    #[test]
    fn planning_that_is_the_same_goes_back_to_the_year_with_words() {
        let node = node([(2021, "説明会を開く。", false), (2022, "", true), (2023, "", true)]);
        assert_eq!(node.planned_in(year(2023)), "説明会を開く。");
        assert_eq!(node.planned_in(year(2020)), "", "a year without a record plans nothing");
    }

    #[test]
    fn only_planning_without_other_words_may_be_the_same() {
        let node =
            node([(2021, "説明会を開く。", false), (2022, "説明会を開く。", false), (2023, "広報する。", false)]);
        assert!(node.may_be_same(year(2022)), "the same words");
        assert!(!node.may_be_same(year(2023)), "other words");
        assert!(node.may_be_same(year(2024)), "no words yet");
        assert!(!node.may_be_same(year(2021)), "nothing stands in the year before");
    }
}
