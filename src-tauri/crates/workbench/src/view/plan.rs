//! 計画: the tree of a plan as rows, and one node whole.

use std::collections::BTreeSet;

use domain::programme::{Group, LifeCycleKind, LifeWord, Node, NodeId, Office, Plan, PlanId, ScheduleId, SectionId};
use domain::value::fiscal_year::FiscalYear;
use domain::value::quantity::Unit;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::progress::{JudgeColumn, judges};
use super::{YearHead, group_name, office_names};
use crate::error::Thing;
use crate::file::Found;
use crate::plan::life::{all_words, other_words, shown, word};
use crate::record::Judge;
use crate::texts::Texts;
use crate::{Result, Workbench};

/// A plan in the list of plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanHead {
    /// The plan.
    pub id: PlanId,
    /// Name as printed.
    pub name: String,
    /// Period in the plan's own words: 令和3年度～令和6年度.
    pub period: String,
    /// Its years.
    pub years: Vec<YearHead>,
    /// The last of them with an evaluation: what the committee is told of.
    #[serde(default)]
    #[ts(optional)]
    pub judged: Option<FiscalYear>,
}

/// The plans of the file, oldest first.
pub fn plans(workbench: &Workbench) -> Result<Vec<PlanHead>> {
    let plans = store::plan::headers(&workbench.read())?;
    let judged = store::plan::last_judged(&workbench.read())?;
    Ok(plans
        .into_iter()
        .map(|plan| PlanHead {
            id: plan.id,
            judged: judged.get(&plan.id).copied(),
            period: format!("{}～{}", plan.first.text, plan.last.text),
            years: YearHead::all(plan.reckoning(), plan.years()),
            name: plan.name,
        })
        .collect())
}

/// A titled text of a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SectionText {
    /// Identity within the file.
    pub id: SectionId,
    /// Title as printed.
    pub title: String,
    /// Text as written.
    pub text: String,
}

/// One row of the plan's grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanRow {
    /// The node.
    pub id: NodeId,
    /// The node above.
    #[serde(default)]
    #[ts(optional)]
    pub parent: Option<NodeId>,
    /// Level, 0 at the top.
    pub level: u8,
    /// Number as printed.
    pub label: String,
    /// Name.
    pub title: String,
    /// Name of its group.
    pub group: String,
    /// Its markers (健康指標, 重点), parted by 「、」.
    pub markers: String,
    /// Word of what was told of its life last; "" where nothing was.
    pub life_cycle: String,
    /// Words printed with that.
    pub life_cycle_words: String,
    /// What was told last is that it ended.
    pub ended: bool,
    /// Names of its offices.
    pub offices: String,
    /// Its text sections.
    pub sections: Vec<SectionText>,
    /// Names of its lanes in the schedule in force.
    pub lanes: Vec<String>,
}

/// The plan's tree with what the grid needs around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanView {
    /// The plan.
    pub plan: PlanHead,
    /// Names of the levels from the top.
    pub levels: Vec<String>,
    /// The level that carries records and evaluations.
    pub evaluation_level: u8,
    /// Groups beside the hierarchy.
    pub groups: Vec<Group>,
    /// Titles of the text sections of the items, in order of first appearance.
    pub section_titles: Vec<String>,
    /// The plan's words for what becomes of an item, in the order of the kinds.
    pub life_cycles: Vec<String>,
    /// Other words that are read for these.
    pub life_cycles_read: Vec<String>,
    /// Names of all offices, for choosing.
    pub offices: Vec<String>,
    /// The nodes in order of print.
    pub rows: Vec<PlanRow>,
}

/// The tree of a plan.
pub fn plan(workbench: &Workbench, texts: &Texts, id: PlanId) -> Result<PlanView> {
    let read = workbench.read();
    let head = plans(workbench)?.into_iter().find(|plan| plan.id == id).found(Thing::Plan, id.0)?;
    let mut plan = store::plan::header(&read, id)?.found(Thing::Plan, id.0)?;
    plan.nodes = store::node::without_records(&read, id)?;
    let offices = store::office::all(&read)?;
    let mut section_titles: Vec<String> = Vec::new();
    for section in plan.items().flat_map(|item| &item.sections) {
        if !section_titles.contains(&section.title) {
            section_titles.push(section.title.clone());
        }
    }
    let schedule = plan.schedule().map(|schedule| schedule.id);
    let rows = plan
        .nodes
        .iter()
        .map(|node| PlanRow {
            id: node.id,
            parent: node.parent,
            level: node.level,
            label: node.label.clone(),
            title: node.title.clone(),
            group: group_name(&plan, node),
            markers: node.markers.join("、"),
            life_cycle: life_cycle(texts, &plan, node),
            ended: node.life_cycle.last_kind() == LifeCycleKind::Ended,
            life_cycle_words: node.life_cycle.last().map(|event| event.words.clone()).unwrap_or_default(),
            offices: office_names(node, &offices, None),
            sections: node
                .sections
                .iter()
                .map(|section| SectionText { id: section.id, title: section.title.clone(), text: section.text.clone() })
                .collect(),
            lanes: schedule
                .iter()
                .flat_map(|schedule| node.lanes_of(*schedule))
                .map(|lane| lane.title.clone())
                .collect(),
        })
        .collect();
    Ok(PlanView {
        plan: head,
        levels: plan.levels.iter().map(|level| level.name.clone()).collect(),
        evaluation_level: plan.evaluation_level,
        groups: plan.groups.clone(),
        section_titles,
        life_cycles: all_words(texts, &plan.life_words),
        life_cycles_read: other_words(texts, &plan.life_words),
        offices: offices.iter().map(|office| office.name.clone()).collect(),
        rows,
    })
}

/// A view of which a screen shows all but some rows already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SomeRows<V: TS> {
    /// The view with those rows that were asked for, as far as they are there.
    pub view: V,
    /// All rows by their nodes, in their order.
    pub order: Vec<NodeId>,
}

/// Some rows of the tree of a plan, for a screen that shows the others already.
pub fn plan_rows(workbench: &Workbench, texts: &Texts, id: PlanId, nodes: &[NodeId]) -> Result<SomeRows<PlanView>> {
    let mut view = plan(workbench, texts, id)?;
    let order = view.rows.iter().map(|row| row.id).collect();
    view.rows.retain(|row| nodes.contains(&row.id));
    Ok(SomeRows { view, order })
}

/// The word of what was told last; none of an item of which nothing or nothing but words is told.
fn life_cycle(texts: &Texts, plan: &Plan, node: &Node) -> String {
    shown(&node.life_cycle).map(|last| word(texts, &plan.life_words, last.kind)).unwrap_or_default()
}

/// One node whole, for the detail at the right and for a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NodeView {
    /// The node.
    pub node: Node,
    /// The plan it belongs to.
    pub plan: PlanId,
    /// Name of its level.
    pub level: String,
    /// Names of the nodes above it, from the top.
    pub above: Vec<String>,
    /// Its offices, and those of its projects.
    pub offices: Vec<Office>,
    /// Word of what was told of its life last.
    pub life_cycle: String,
    /// The own words of its plan for what becomes of an item.
    pub life_words: Vec<LifeWord>,
    /// The years of its plan, its records and its bars with their words.
    pub years: Vec<YearHead>,
    /// Name of the level whose nodes carry records.
    pub item_name: String,
    /// The years it can be written of, oldest first: those of the plan for a node that carries records, and those
    /// of the records that are there.
    pub record_years: Vec<RecordYear>,
    /// It is over, so that its lanes are looked at only.
    pub over: bool,
    /// The schedule in force of its plan.
    #[serde(default)]
    #[ts(optional)]
    pub schedule: Option<ScheduleId>,
    /// The years of that schedule.
    pub schedule_years: Vec<YearHead>,
    /// Unit of the amounts on the bars of that schedule; "" for none.
    pub amount_unit: Unit,
}

/// A year of a node's records, with what its form needs besides the texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordYear {
    /// The year.
    pub year: YearHead,
    /// The node ended before: nothing is due.
    pub ended: bool,
    /// Its planning can be said to be the same as in the year before.
    pub may_be_same: bool,
    /// 当初予定 of the year before; "" for none.
    pub planned_before: String,
    /// Who judges on which axis, and with which words.
    pub judges: Vec<JudgeColumn>,
}

/// One node whole.
pub fn node(workbench: &Workbench, texts: &Texts, id: NodeId) -> Result<NodeView> {
    let read = workbench.read();
    let node = store::node::read(&read, id)?.found(Thing::Node, id.0)?;
    let plan_id = store::node::plan_of(&read, id)?.found(Thing::Node, id.0)?;
    let plan = store::plan::header(&read, plan_id)?.found(Thing::Plan, plan_id.0)?;
    let mut above = Vec::new();
    let mut next = node.parent;
    while let Some(parent) = next {
        let parent = store::node::read(&read, parent)?.found(Thing::Node, parent.0)?;
        above.insert(0, [parent.label.as_str(), parent.title.as_str()].join(" ").trim().to_owned());
        next = parent.parent;
    }
    let offices = store::office::all(&read)?;
    let own = |office: &Office| {
        node.offices.iter().any(|assignment| assignment.office == office.id)
            || node.projects.iter().any(|project| project.offices.contains(&office.id))
    };
    Ok(NodeView {
        plan: plan_id,
        level: plan.levels.get(usize::from(node.level)).map(|level| level.name.clone()).unwrap_or_default(),
        above,
        offices: offices.iter().filter(|office| own(office)).cloned().collect(),
        life_cycle: life_cycle(texts, &plan, &node),
        years: years(&plan, &node),
        item_name: plan
            .levels
            .get(usize::from(plan.evaluation_level))
            .map(|level| level.name.clone())
            .unwrap_or_default(),
        record_years: record_years(&plan, &node),
        over: node.life_cycle.last_kind().ends(),
        schedule: plan.schedule().map(|schedule| schedule.id),
        schedule_years: plan
            .schedule()
            .map(|schedule| YearHead::run(plan.reckoning(), schedule.first, schedule.last))
            .unwrap_or_default(),
        amount_unit: plan.schedule().map(|schedule| schedule.unit.clone()).unwrap_or_default(),
        life_words: plan.life_words,
        node,
    })
}

/// The years a node has or can have records of.
fn record_years(plan: &Plan, node: &Node) -> Vec<RecordYear> {
    let due = if node.level == plan.evaluation_level { plan.years() } else { Vec::new() };
    let years: BTreeSet<FiscalYear> = due.into_iter().chain(node.records.iter().map(|record| record.year)).collect();
    let heads = years.into_iter().map(|year| RecordYear {
        year: YearHead::of(plan.reckoning(), year),
        ended: node.life_cycle.ended_before(year),
        may_be_same: node.may_be_same(year),
        planned_before: year.previous().map_or("", |before| node.planned_in(before)).to_owned(),
        judges: judges_of(plan, node, year),
    });
    heads.collect()
}

/// The judges of a year, and those who judged the node on another axis all the same.
fn judges_of(plan: &Plan, node: &Node, year: FiscalYear) -> Vec<JudgeColumn> {
    let mut columns = judges(plan, year);
    for evaluation in node.record(year).into_iter().flat_map(|record| &record.evaluations) {
        let judge = Judge { vocabulary: evaluation.vocabulary, evaluator: evaluation.evaluator };
        let axis = plan.vocabularies.iter().find(|axis| axis.id == judge.vocabulary);
        let evaluator = plan.evaluators.iter().find(|evaluator| evaluator.id == judge.evaluator);
        if let (Some(axis), Some(evaluator)) = (axis, evaluator)
            && columns.iter().all(|column| column.judge != judge)
        {
            columns.push(JudgeColumn::of(axis, evaluator));
        }
    }
    columns
}

/// The years a node tells of: those of its plan, its records and its bars.
fn years(plan: &Plan, node: &Node) -> Vec<YearHead> {
    let bars = node.lanes.iter().flat_map(|lane| &lane.bars).flat_map(|bar| [bar.first, bar.last]);
    let records = node.records.iter().map(|record| record.year);
    let years: BTreeSet<FiscalYear> = plan.years().into_iter().chain(records).chain(bars).collect();
    YearHead::all(plan.reckoning(), years)
}
