//! 工程: lanes and bars of a plan, with the baseline before.

use domain::programme::{Lane, LaneId, Node, NodeId, PlanId, Schedule, ScheduleId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{YearHead, group_name, year_heads};
use crate::error::Thing;
use crate::file::Found;
use crate::{Result, Workbench};

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
    /// Lanes in order of print.
    pub lanes: Vec<ScheduleLane>,
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
    /// Its year columns.
    pub years: Vec<YearHead>,
    /// Directions and items in order of print.
    pub items: Vec<ScheduleItem>,
}

/// The schedule in force of a plan, each lane with its baseline.
pub fn schedule(workbench: &Workbench, id: PlanId) -> Result<ScheduleView> {
    let plan = store::plan::read(&workbench.read(), id)?.found(Thing::Plan, id.0)?;
    let shown = plan.schedule().cloned();
    let before = plan.schedules.iter().rev().nth(1).map(|schedule| schedule.id);
    let items = plan
        .nodes
        .iter()
        .map(|node| ScheduleItem {
            node: node.id,
            level: node.level,
            label: node.label.clone(),
            title: node.title.clone(),
            group: group_name(&plan, node),
            // A plan may judge its middle level and plan on the one below; what has lanes is never a heading.
            item: node.level >= plan.evaluation_level || !node.lanes.is_empty(),
            ended: node.life_cycle.words.clone(),
            lanes: shown.as_ref().map(|shown| lanes(node, shown.id, before)).unwrap_or_default(),
        })
        .collect();
    Ok(ScheduleView {
        plan: id,
        schedule: shown.as_ref().map(|schedule| schedule.id),
        years: shown.as_ref().map(|shown| year_heads(shown.first, shown.last)).unwrap_or_default(),
        schedules: plan.schedules.clone(),
        items,
    })
}

fn lanes(node: &Node, shown: ScheduleId, before: Option<ScheduleId>) -> Vec<ScheduleLane> {
    let mut used: Vec<LaneId> = Vec::new();
    node.lanes_of(shown)
        .map(|lane| {
            let baseline = before.and_then(|before| {
                node.lanes_of(before).find(|old| old.title == lane.title && !used.contains(&old.id)).cloned()
            });
            used.extend(baseline.as_ref().map(|old| old.id));
            ScheduleLane { lane: lane.clone(), baseline }
        })
        .collect()
}
