//! What goes away with a node, told before it is removed.

use std::collections::HashSet;

use domain::programme::{IndicatorScope, NodeId};
use serde::{Deserialize, Serialize};
use store::Write;
use ts_rs::TS;

use crate::error::Thing;
use crate::file::Found;
use crate::{Result, Workbench};

/// What the removal of a node takes along, and what it only unties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NodeRemoval {
    /// The node.
    pub node: NodeId,
    /// Its number and name.
    pub title: String,
    /// Nodes below it.
    pub below: u32,
    /// Texts that are not empty.
    pub sections: u32,
    /// Lanes of the schedule in force.
    pub lanes: u32,
    /// Lanes of earlier schedules.
    pub earlier_lanes: u32,
    /// Yearly records with something in them.
    pub records: u32,
    /// Projects.
    pub projects: u32,
    /// Indicators.
    pub indicators: u32,
    /// Charts that show nothing but those indicators.
    pub charts: u32,
    /// Rows of effects that stay, and name no item any more.
    pub effect_rows: u32,
    /// Nodes elsewhere that continue one of these or name it in their life: they stay without it.
    pub referring: u32,
}

/// What would go away with a node. Nothing is changed.
pub fn removal(workbench: &Workbench, id: NodeId) -> Result<NodeRemoval> {
    let read = workbench.read();
    let node = store::node::read(&read, id)?.found(Thing::Node, id.0)?;
    let plan = store::node::plan_of(&read, id)?.found(Thing::Node, id.0)?;
    let plan = store::plan::header(&read, plan)?.found(Thing::Plan, plan.0)?;
    let schedule = plan.schedule().map(|schedule| schedule.id);
    let with = store::node::goes_with(&read, id, schedule)?.found(Thing::Node, id.0)?;
    Ok(NodeRemoval {
        node: id,
        title: [node.label.as_str(), node.title.as_str()].join(" ").trim().to_owned(),
        below: with.below,
        sections: with.sections,
        lanes: with.lanes,
        earlier_lanes: with.earlier_lanes,
        records: with.records,
        projects: with.projects,
        indicators: with.indicators,
        charts: with.charts,
        effect_rows: with.effect_rows,
        referring: with.referring,
    })
}

/// Takes the indicators that go with a node out of the charts.
pub(super) fn leave_charts(w: &Write<'_>, node: NodeId) -> Result<()> {
    let gone: HashSet<NodeId> = store::node::with_below(w, node)?.into_iter().collect();
    let lost: HashSet<_> = store::indicator::all(w)?
        .into_iter()
        .filter(|indicator| matches!(indicator.scope, IndicatorScope::Node { node } if gone.contains(&node)))
        .map(|indicator| indicator.id)
        .collect();
    if lost.is_empty() { Ok(()) } else { crate::fiscal::leave_charts(w, |indicator| lost.contains(&indicator)) }
}
