//! The plan's tree.

use domain::programme::{NodeId, PlanId};
use serde::Deserialize;
use ts_rs::TS;
use workbench::plan::{self, NewNode, NewPlan, NewRows, NodeEdit};
use workbench::view::{self, NodeView, PlanHead, PlanView};

use super::{Result, change, write};
use crate::desk::Desk;
use crate::ipc::{Done, Nothing};

/// A plan.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct OfPlan {
    /// Which.
    pub plan: PlanId,
}

/// A node.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct OfNode {
    /// Which.
    pub node: NodeId,
}

/// Cells of the plan grid.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NodeEdits {
    /// The cells.
    pub edits: Vec<NodeEdit>,
}

/// Where a node goes.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct Placement {
    /// Which node.
    pub node: NodeId,
    /// The node above; none for the top level.
    #[ts(optional)]
    pub parent: Option<NodeId>,
    /// Place among its siblings from 0.
    pub position: u32,
}

/// The plans of the file.
pub fn plan_list(desk: &Desk, _: Nothing) -> Result<Vec<PlanHead>> {
    desk.with(|workbench| view::plans(workbench))
}

/// The tree of a plan.
pub fn plan_view(desk: &Desk, request: OfPlan) -> Result<PlanView> {
    desk.with(|workbench| view::plan(workbench, &desk.texts, request.plan))
}

/// One node whole.
pub fn node_view(desk: &Desk, request: OfNode) -> Result<NodeView> {
    desk.with(|workbench| view::node(workbench, &desk.texts, request.node))
}

/// A new plan.
pub fn plan_add(desk: &Desk, request: NewPlan) -> Result<Done<PlanId>> {
    write(desk, |workbench, by| plan::add_plan(workbench, by, &desk.texts, &request))
}

/// A new node.
pub fn node_add(desk: &Desk, request: NewNode) -> Result<Done<NodeId>> {
    write(desk, |workbench, by| plan::add(workbench, by, &request))
}

/// Rows of a table as new nodes.
pub fn node_add_rows(desk: &Desk, request: NewRows) -> Result<Done<Vec<NodeId>>> {
    write(desk, |workbench, by| plan::add_rows(workbench, by, &desk.texts, &request))
}

/// Fields of nodes.
pub fn node_edit(desk: &Desk, request: NodeEdits) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| plan::edit(workbench, by, &desk.texts, &request.edits))
}

/// A node to another place.
pub fn node_place(desk: &Desk, request: Placement) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| plan::place(workbench, by, request.node, request.parent, request.position))
}

/// A node away, with all below it.
pub fn node_remove(desk: &Desk, request: OfNode) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| plan::remove(workbench, by, request.node))
}
