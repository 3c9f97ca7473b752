//! 工程: lanes and bars of a plan in one of its schedules, with another one to compare.

use std::collections::BTreeSet;

use domain::programme::{Lane, Node, NodeId, Plan, PlanId, Schedule, ScheduleId};
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{YearHead, group_name, office_names};
use crate::error::Thing;
use crate::file::Found;
use crate::{Result, Workbench};

/// Which schedule of a plan is looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Shown {
    /// The schedule shown; the one in force when none is given or it is no longer there.
    #[serde(default)]
    #[ts(optional)]
    pub schedule: Option<ScheduleId>,
    /// The one to compare.
    #[serde(default)]
    pub ghost: Ghost,
}

/// The schedule drawn thin below the bars, to compare.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Ghost {
    /// The one before the schedule shown.
    #[default]
    Before,
    /// None.
    None,
    /// One that was chosen; none when it is the one shown or no longer there.
    Of {
        /// Which.
        schedule: ScheduleId,
    },
}

/// A lane with the lane of the same name in the baseline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScheduleLane {
    /// The lane.
    pub lane: Lane,
    /// The baseline's lane of the same name, drawn as a ghost.
    #[serde(default)]
    #[ts(optional)]
    pub baseline: Option<Lane>,
}

/// An item with its lanes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScheduleItem {
    /// The item.
    pub node: NodeId,
    /// Level in the tree.
    pub level: u8,
    /// Number as printed.
    pub label: String,
    /// Name.
    pub title: String,
    /// Name of its group.
    pub group: String,
    /// Whether it carries lanes, or can: an item, what stands below it, and whatever has some.
    pub item: bool,
    /// Words of its end: ※令和4年度までをもって終了.
    pub ended: String,
    /// Names of its offices: 市民協働課、企画政策課.
    pub offices: String,
    /// Whether the item is over, so that its lanes are looked at only.
    pub over: bool,
    /// Lanes in order of print.
    pub lanes: Vec<ScheduleLane>,
    /// Lanes of the baseline that no lane shown has the name of: they went or were renamed.
    pub gone: Vec<Lane>,
}

/// The schedule of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScheduleView {
    /// The plan.
    pub plan: PlanId,
    /// All schedules, the oldest baseline first.
    pub schedules: Vec<Schedule>,
    /// The schedule shown.
    #[serde(default)]
    #[ts(optional)]
    pub schedule: Option<ScheduleId>,
    /// The schedule it is compared with.
    #[serde(default)]
    #[ts(optional)]
    pub ghost: Option<ScheduleId>,
    /// Its year columns.
    pub years: Vec<YearHead>,
    /// Years before and behind these in which a bar of the schedule begins or ends, with their names.
    pub beyond: Vec<YearHead>,
    /// Name of the level of the items: 実施項目.
    pub item_name: String,
    /// That level, 0 at the top: what stands above and below is no item, whether it carries lanes or not.
    pub item_level: u8,
    /// Directions and items in order of print.
    pub items: Vec<ScheduleItem>,
}

/// A schedule of a plan, each lane with its baseline.
pub fn schedule(workbench: &Workbench, id: PlanId, asked: Shown) -> Result<ScheduleView> {
    let read = workbench.read();
    let plan = store::plan::read(&read, id)?.found(Thing::Plan, id.0)?;
    let offices = store::office::all(&read)?;
    let known = |id: ScheduleId| plan.schedules.iter().position(|schedule| schedule.id == id);
    let at = asked.schedule.and_then(known).or_else(|| plan.schedules.len().checked_sub(1));
    let ghost = match asked.ghost {
        Ghost::Before => at.and_then(|at| at.checked_sub(1)),
        Ghost::None => None,
        Ghost::Of { schedule } => known(schedule).filter(|other| Some(*other) != at),
    };
    let shown = at.map(|at| &plan.schedules[at]);
    let ghost = ghost.map(|at| plan.schedules[at].id);
    let items = plan
        .nodes
        .iter()
        .map(|node| {
            let (lanes, gone) = shown.map(|shown| lanes(node, shown.id, ghost)).unwrap_or_default();
            ScheduleItem {
                node: node.id,
                level: node.level,
                label: node.label.clone(),
                title: node.title.clone(),
                group: group_name(&plan, node),
                // A plan may judge its middle level and plan on the one below; what has lanes is never a heading.
                item: node.level >= plan.evaluation_level || !node.lanes.is_empty(),
                ended: node.life_cycle.words(),
                offices: office_names(node, &offices, None),
                over: node.life_cycle.last_kind().ends(),
                lanes,
                gone,
            }
        })
        .collect();
    let beyond = shown.map(|shown| beyond(&plan, shown)).unwrap_or_default();
    let item_name = plan.levels.get(usize::from(plan.evaluation_level)).map(|level| level.name.clone());
    Ok(ScheduleView {
        plan: id,
        beyond,
        schedule: shown.map(|schedule| schedule.id),
        ghost,
        years: shown.map(|shown| YearHead::run(plan.reckoning(), shown.first, shown.last)).unwrap_or_default(),
        schedules: plan.schedules.clone(),
        item_name: item_name.unwrap_or_default(),
        item_level: plan.evaluation_level,
        items,
    })
}

/// Ends of bars that lie outside of their schedule's years, which no column shows.
fn beyond(plan: &Plan, schedule: &Schedule) -> Vec<YearHead> {
    let bars = plan.nodes.iter().flat_map(|node| node.lanes_of(schedule.id)).flat_map(|lane| &lane.bars);
    let outside = |year: &FiscalYear| *year < schedule.first || *year > schedule.last;
    let years: BTreeSet<FiscalYear> = bars.flat_map(|bar| [bar.first, bar.last]).filter(outside).collect();
    YearHead::all(plan.reckoning(), years)
}

/// The lanes of a schedule, each with the one of the same name in another schedule, and those of the
/// other one that are left over.
fn lanes(node: &Node, shown: ScheduleId, ghost: Option<ScheduleId>) -> (Vec<ScheduleLane>, Vec<Lane>) {
    let mut left: Vec<&Lane> = ghost.map(|ghost| node.lanes_of(ghost).collect()).unwrap_or_default();
    let own = node.lanes_of(shown).map(|lane| {
        let same = left.iter().position(|old| old.title == lane.title);
        ScheduleLane { lane: lane.clone(), baseline: same.map(|at| left.remove(at).clone()) }
    });
    let own = own.collect();
    (own, left.into_iter().cloned().collect())
}
