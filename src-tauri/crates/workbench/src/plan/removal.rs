//! What goes away with a node, told before it is removed.

use std::collections::HashSet;

use domain::programme::{IndicatorScope, NodeId};
use serde::{Deserialize, Serialize};
use store::Write;
use store::node::GoesWith;
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
    /// How much hangs on it.
    #[serde(flatten)]
    pub with: GoesWith,
}

/// What would go away with a node. Nothing is changed.
pub fn removal(workbench: &Workbench, id: NodeId) -> Result<NodeRemoval> {
    let read = workbench.read();
    let node = store::node::read(&read, id)?.found(Thing::Node, id.0)?;
    let plan = store::node::plan_of(&read, id)?.found(Thing::Node, id.0)?;
    let plan = store::plan::header(&read, plan)?.found(Thing::Plan, plan.0)?;
    let schedule = plan.schedule().map(|schedule| schedule.id);
    let with = store::node::goes_with(&read, id, schedule)?.found(Thing::Node, id.0)?;
    Ok(NodeRemoval { node: id, title: [node.label.as_str(), node.title.as_str()].join(" ").trim().to_owned(), with })
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
