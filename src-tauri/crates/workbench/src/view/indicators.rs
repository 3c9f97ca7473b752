//! 指標: the indicators of a plan and of its nodes as one table, one row per value.

mod proposal;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::attainment::propose;
use domain::programme::{
    Indicator, IndicatorId, IndicatorScope, IndicatorTarget, Node, NodeId, Plan, PlanId, Slot, Stage, TargetId,
};
use domain::value::fiscal_year::{FiscalYear, YearStyle};
use serde::{Deserialize, Serialize};
use store::node::NodeName;
use ts_rs::TS;

pub use proposal::IndicatorProposal;

use super::effect::EffectItem;
use super::fiscal::{FiscalCell, figure_cell};
use crate::error::Thing;
use crate::file::Found;
use crate::texts::Texts;
use crate::{Result, Workbench};

/// A year of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorYear {
    /// The year.
    pub year: FiscalYear,
    /// 令和6年度.
    pub long: String,
    /// R6.
    pub short: String,
    /// Has a column of targets: a year of the plan, or one with a target.
    pub targets: bool,
    /// Has a column of planned figures (計画), which stand beside the actual ones.
    pub planned: bool,
}

/// A target of a row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct TargetCell {
    /// The targets that stand in the cell, one where several do not.
    pub ids: Vec<TargetId>,
    /// Words as written; "" where there is none.
    pub text: String,
    /// It is one on the way (中間目標).
    pub interim: bool,
    /// Whether the words were understood.
    pub understood: bool,
    /// Several targets stand in the cell, one below the other; it cannot be typed into.
    pub several: bool,
}

/// What a row has in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorYearCells {
    /// Target of the year.
    pub target: TargetCell,
    /// Actual figure.
    pub actual: FiscalCell,
    /// Planned figure.
    pub planned: FiscalCell,
    /// Analysis of the year.
    pub comment: String,
    /// Whether its targets are met, as far as can be said; none where nothing is to be met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub proposal: Option<IndicatorProposal>,
}

/// One value of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorRow {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Which of its values, from 0.
    pub part: u8,
    /// Name of the indicator.
    pub name: String,
    /// Its markers (健康指標, 重点), parted by 「、」.
    pub markers: String,
    /// Name of the value; "" where there is one only.
    pub part_name: String,
    /// Unit as printed.
    pub unit: String,
    /// 目指す方向 as written.
    pub good: String,
    /// Measured by a survey.
    pub survey: bool,
    /// Counts from a first year on.
    pub cumulative: bool,
    /// Year of the baseline as written.
    pub baseline_year: String,
    /// The baseline.
    pub baseline: FiscalCell,
    /// The years, in the order of the view.
    pub years: Vec<IndicatorYearCells>,
    /// The final target.
    pub last: TargetCell,
    /// Its year as written.
    pub last_year: String,
    /// Its as-of as written.
    pub last_as_of: String,
    /// Targets whose year is not understood, with the year as written: they have no column.
    pub stray: Vec<String>,
    /// Note as printed.
    pub note: String,
    /// Definition as printed.
    pub definition: String,
}

/// The indicators of a node, of the plan, or those of the city's finances with a target in the plan's
/// years; also a node without any, above others that have some.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorGroup {
    /// Whose they are.
    pub scope: IndicatorScope,
    /// Depth in the tree, 0 for the top.
    pub level: u8,
    /// ② 公文書管理の適正化; the name of the plan; "" for the city's finances.
    pub title: String,
    /// Figures of years that have no column here: a series of the city's finances is longer than a
    /// plan, and stands whole among the fiscal indicators.
    pub elsewhere: u32,
    /// The rows.
    pub rows: Vec<IndicatorRow>,
}

/// The table of indicators of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorsView {
    /// The plan.
    pub plan: PlanId,
    /// The years of the plan, and those in which an indicator of its own has something.
    pub years: Vec<IndicatorYear>,
    /// The plan's own, those of its nodes in the order of the tree, those of the city's finances.
    pub groups: Vec<IndicatorGroup>,
    /// Nodes of the plan an indicator can be of.
    pub nodes: Vec<EffectItem>,
}

/// The indicators of a plan. `this_year` is where an empty table ends; `from` lets the columns begin
/// earlier than the first figure, so that older ones can be typed in.
pub fn indicators(
    workbench: &Workbench,
    texts: &Texts,
    id: PlanId,
    this_year: FiscalYear,
    from: Option<FiscalYear>,
) -> Result<IndicatorsView> {
    let read = workbench.read();
    let plan = store::plan::header(&read, id)?.found(Thing::Plan, id.0)?;
    let nodes = store::node::names(&read)?.into_iter().filter(|node| node.plan == id).collect();
    Ok(view(texts, &plan, nodes, &store::indicator::all(&read)?, this_year, from))
}

/// The same of a plan that was read whole, from all the indicators of the file.
pub(crate) fn indicators_of(
    texts: &Texts,
    plan: &Plan,
    indicators: &[Indicator],
    this_year: FiscalYear,
    from: Option<FiscalYear>,
) -> IndicatorsView {
    let name = |node: &Node| NodeName {
        id: node.id,
        plan: plan.id,
        parent: node.parent,
        level: node.level,
        label: node.label.clone(),
        title: node.title.clone(),
        continues: node.continues.clone(),
    };
    view(texts, plan, plan.nodes.iter().map(name).collect(), indicators, this_year, from)
}

fn view(
    texts: &Texts,
    plan: &Plan,
    nodes: Vec<NodeName>,
    indicators: &[Indicator],
    this_year: FiscalYear,
    from: Option<FiscalYear>,
) -> IndicatorsView {
    let known: BTreeSet<NodeId> = nodes.iter().map(|node| node.id).collect();
    let (mut of_plan, mut fiscal) = (Vec::new(), Vec::new());
    let mut of_node: HashMap<NodeId, Vec<&Indicator>> = HashMap::new();
    for indicator in indicators {
        match indicator.scope {
            IndicatorScope::Plan { plan: own } if own == plan.id => of_plan.push(indicator),
            IndicatorScope::Node { node } if known.contains(&node) => of_node.entry(node).or_default().push(indicator),
            IndicatorScope::Fiscal if is_aimed_at(plan, indicator) => fiscal.push(indicator),
            _ => {}
        }
    }
    let own: Vec<&Indicator> = of_plan.iter().chain(of_node.values().flatten()).copied().collect();
    let years = years(plan, &own, &fiscal, this_year, from);
    let table = Table { texts, plan, years: &years };
    let rows = |list: &[&Indicator]| list.iter().flat_map(|indicator| table.rows(indicator)).collect::<Vec<_>>();
    let mut groups = Vec::new();
    if !of_plan.is_empty() {
        let scope = IndicatorScope::Plan { plan: plan.id };
        groups.push(IndicatorGroup { scope, level: 0, title: plan.name.clone(), elsewhere: 0, rows: rows(&of_plan) });
    }
    let above = above(&nodes, &of_node);
    for node in nodes.iter().filter(|node| above.contains(&node.id)) {
        groups.push(IndicatorGroup {
            scope: IndicatorScope::Node { node: node.id },
            level: node.level,
            title: title(node),
            elsewhere: 0,
            rows: of_node.get(&node.id).map(|list| rows(list)).unwrap_or_default(),
        });
    }
    if !fiscal.is_empty() {
        let scope = IndicatorScope::Fiscal;
        let elsewhere = elsewhere(&fiscal, &years);
        groups.push(IndicatorGroup { scope, level: 0, title: String::new(), elsewhere, rows: rows(&fiscal) });
    }
    let item =
        |node: &NodeName| EffectItem { node: node.id, name: title(node), item: node.level == plan.evaluation_level };
    IndicatorsView { plan: plan.id, groups, nodes: nodes.iter().map(item).collect(), years }
}

fn title(node: &NodeName) -> String {
    [node.label.as_str(), node.title.as_str()].join(" ").trim().to_owned()
}

/// A fiscal indicator is one of the plan's aims (数値目標) when a target of it is for one of its years.
pub(crate) fn is_aimed_at(plan: &Plan, indicator: &Indicator) -> bool {
    let years = plan.years();
    indicator.targets.iter().filter_map(target_year).any(|year| years.contains(&year))
}

fn target_year(target: &IndicatorTarget) -> Option<FiscalYear> {
    target.year.as_ref().and_then(|year| year.meaning)
}

/// The nodes with indicators and those above them.
fn above(nodes: &[NodeName], of_node: &HashMap<NodeId, Vec<&Indicator>>) -> BTreeSet<NodeId> {
    let parents: HashMap<NodeId, Option<NodeId>> = nodes.iter().map(|node| (node.id, node.parent)).collect();
    let mut found = BTreeSet::new();
    for node in of_node.keys() {
        let mut next = Some(*node);
        while let Some(node) = next.filter(|node| found.insert(*node)) {
            next = parents.get(&node).copied().flatten();
        }
    }
    found
}

/// Figures and yearly targets of the city's finances that stand in no year of the table.
fn elsewhere(fiscal: &[&Indicator], years: &[IndicatorYear]) -> u32 {
    let shown: BTreeSet<FiscalYear> = years.iter().map(|head| head.year).collect();
    let figures = fiscal.iter().flat_map(|indicator| &indicator.observations);
    let figures = figures.filter(|one| !one.figure.text.is_empty()).map(|one| one.year);
    let hidden =
        figures.chain(fiscal.iter().copied().flat_map(on_the_way)).filter(|year| !shown.contains(year)).count();
    u32::try_from(hidden).unwrap_or(u32::MAX)
}

/// Years of the targets of single years, which have columns.
fn on_the_way(indicator: &Indicator) -> impl Iterator<Item = FiscalYear> + '_ {
    indicator.targets.iter().filter(|target| target.stage != Stage::Final).filter_map(target_year)
}

/// The years of the plan and those of its own indicators. The city's finances reach further back and
/// forth: of them is shown what falls into these years.
fn years(
    plan: &Plan,
    own: &[&Indicator],
    fiscal: &[&Indicator],
    this_year: FiscalYear,
    from: Option<FiscalYear>,
) -> Vec<IndicatorYear> {
    // By year: whether it has targets, and planned figures.
    let mut found: BTreeMap<FiscalYear, (bool, bool)> =
        plan.years().into_iter().map(|year| (year, (true, false))).collect();
    let observed = own.iter().flat_map(|indicator| &indicator.observations).map(|observation| observation.year);
    for year in observed.chain(own.iter().flat_map(|indicator| on_the_way(indicator))) {
        found.entry(year).or_default();
    }
    if found.is_empty() {
        found.insert(this_year, (true, false));
    }
    if let (Some(from), Some(first)) = (from, found.keys().next().copied()) {
        for year in std::iter::successors(Some(from), |year| year.next()).take_while(|year| *year < first) {
            found.entry(year).or_default();
        }
    }
    for indicator in own.iter().chain(fiscal).copied() {
        for planned in indicator.observations.iter().filter(|observation| observation.slot == Slot::Plan) {
            found.entry(planned.year).and_modify(|has| has.1 = true);
        }
        for year in on_the_way(indicator) {
            found.entry(year).and_modify(|has| has.0 = true);
        }
    }
    let reckoning = plan.reckoning();
    let head = |(year, (targets, planned)): (FiscalYear, (bool, bool))| IndicatorYear {
        year,
        long: reckoning.format(year, YearStyle::Long),
        short: reckoning.format(year, YearStyle::Short),
        targets,
        planned,
    };
    found.into_iter().map(head).collect()
}

/// What every row needs.
struct Table<'a> {
    texts: &'a Texts,
    plan: &'a Plan,
    years: &'a [IndicatorYear],
}

impl Table<'_> {
    fn rows(&self, indicator: &Indicator) -> Vec<IndicatorRow> {
        let parts = (0u8..).zip(&indicator.parts);
        let written = |text: Option<&String>| text.cloned().unwrap_or_default();
        let row = |(part, described): (u8, &domain::programme::Part)| {
            let last = targets(indicator, part, |target| target.stage == Stage::Final);
            let baseline = indicator.baseline.as_ref();
            let figure = baseline.and_then(|baseline| baseline.figures.get(usize::from(part)));
            IndicatorRow {
                indicator: indicator.id,
                part,
                name: indicator.name.clone(),
                markers: indicator.markers.join("、"),
                part_name: described.name.clone(),
                unit: described.unit.clone(),
                good: written(indicator.good.as_ref().map(|good| &good.text)),
                survey: indicator.survey,
                cumulative: indicator.cumulative,
                baseline_year: written(baseline.map(|baseline| &baseline.year.text)),
                baseline: figure_cell(indicator, part, figure, baseline.and_then(|baseline| baseline.year.meaning)),
                years: self.years.iter().map(|year| self.cells(indicator, part, year.year)).collect(),
                last_year: written(last.first().and_then(|one| one.year.as_ref()).map(|year| &year.text)),
                last_as_of: written(last.first().and_then(|one| one.as_of.as_ref()).map(|as_of| &as_of.text)),
                last: target_cell(&last),
                stray: stray(indicator, part),
                note: indicator.note.clone(),
                definition: indicator.definition.clone(),
            }
        };
        parts.map(row).collect()
    }

    fn cells(&self, indicator: &Indicator, part: u8, year: FiscalYear) -> IndicatorYearCells {
        let figure = |slot| {
            let observation = indicator.observation(year, part, slot);
            figure_cell(indicator, part, observation.map(|observation| &observation.figure), Some(year))
        };
        let of_year = |target: &IndicatorTarget| target.stage != Stage::Final && target_year(target) == Some(year);
        let comment = indicator.observation(year, part, Slot::Actual).map(|observation| observation.comment.clone());
        let proposal = propose(indicator, part, year, self.plan.runs_in(year));
        IndicatorYearCells {
            target: target_cell(&targets(indicator, part, of_year)),
            actual: figure(Slot::Actual),
            planned: figure(Slot::Plan),
            comment: comment.unwrap_or_default(),
            proposal: proposal.map(|proposal| proposal::told(self.texts, indicator, &proposal)),
        }
    }
}

/// Targets of a part, those of one year before those on the way.
fn targets(indicator: &Indicator, part: u8, wanted: impl Fn(&IndicatorTarget) -> bool) -> Vec<&IndicatorTarget> {
    let mut found: Vec<_> = indicator.targets.iter().filter(|target| target.part == part && wanted(target)).collect();
    found.sort_by_key(|target| target.stage != Stage::Yearly);
    found
}

fn target_cell(targets: &[&IndicatorTarget]) -> TargetCell {
    let texts: Vec<&str> = targets.iter().map(|target| target.target.text.as_str()).collect();
    TargetCell {
        ids: targets.iter().map(|target| target.id).collect(),
        text: texts.join("\n"),
        interim: targets.first().is_some_and(|target| target.stage == Stage::Interim),
        understood: targets.iter().all(|target| target.target.is_understood()),
        several: targets.len() > 1,
    }
}

/// Targets on the way that stand in no column, with their year as written.
fn stray(indicator: &Indicator, part: u8) -> Vec<String> {
    let found = targets(indicator, part, |target| target.stage != Stage::Final && target_year(target).is_none());
    let told = |target: &IndicatorTarget| {
        let year = target.year.as_ref().map_or("", |year| year.text.as_str());
        [year, &target.target.text].join(" ").trim().to_owned()
    };
    found.into_iter().map(told).collect()
}
