//! The plan's tree.

use domain::programme::{NodeId, Numbering, PlanId};
use serde::Deserialize;
use ts_rs::TS;
use workbench::export::{self, PaperFormat};
use workbench::paper;
use workbench::plan::{self, NewNode, NewPlan, NewRows, NodeChange, NodeEdit, NodeRemoval, NumberLines};
use workbench::project::{self, ProjectChange};
use workbench::view::{self, NodeChoices, NodeLinks, NodeView, PlanHead, PlanView, SomeRows};

use super::app::FileName;
use super::file::{Files, out_folder};
use super::{Result, change, write};
use crate::desk::Desk;
use crate::ipc::{Done, Nothing};
use crate::journal;

/// A plan.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct OfPlan {
    /// Which.
    pub plan: PlanId,
}

/// Some rows of a plan.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RowsOfPlan {
    /// The plan.
    pub plan: PlanId,
    /// The nodes whose rows are asked for.
    pub nodes: Vec<NodeId>,
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

/// A change to the form of a node.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NodeChangeRequest {
    /// The node.
    pub node: NodeId,
    /// The change.
    pub change: NodeChange,
}

/// A change to the projects of a node.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ProjectChangeRequest {
    /// The node.
    pub node: NodeId,
    /// The change.
    pub change: ProjectChange,
}

/// The forms of nodes, to be written beside the file.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SheetExport {
    /// The nodes in the order of print.
    pub nodes: Vec<NodeId>,
    /// In these formats.
    pub formats: Vec<PaperFormat>,
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

/// Some rows of the tree of a plan.
pub fn plan_rows(desk: &Desk, request: RowsOfPlan) -> Result<SomeRows<PlanView>> {
    desk.with(|workbench| view::plan_rows(workbench, &desk.texts, request.plan, &request.nodes))
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

/// What would go away with a node.
pub fn node_removal(desk: &Desk, request: OfNode) -> Result<NodeRemoval> {
    desk.with(|workbench| plan::removal(workbench, request.node))
}

/// A node away, with all below it.
pub fn node_remove(desk: &Desk, request: OfNode) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| plan::remove(workbench, by, request.node))
}

/// What numbering nodes anew would do.
pub fn node_renumber_lines(desk: &Desk, request: Numbering) -> Result<NumberLines> {
    desk.with(|workbench| plan::renumber_lines(workbench, &request))
}

/// Nodes numbered anew.
pub fn node_renumber(desk: &Desk, request: Numbering) -> Result<Done<u32>> {
    write(desk, |workbench, by| plan::renumber(workbench, by, &request))
}

/// A node as a form.
pub fn node_change(desk: &Desk, request: NodeChangeRequest) -> Result<Done<Option<i64>>> {
    write(desk, |workbench, by| plan::change(workbench, by, request.node, &request.change))
}

/// Projects of a node.
pub fn project_change(desk: &Desk, request: ProjectChangeRequest) -> Result<Done<Option<i64>>> {
    write(desk, |workbench, by| project::change(workbench, by, request.node, &request.change))
}

/// What a node is tied to.
pub fn node_links(desk: &Desk, request: OfNode) -> Result<NodeLinks> {
    desk.with(|workbench| view::links(workbench, request.node))
}

/// What a node can be tied to.
pub fn node_choices(desk: &Desk, request: OfNode) -> Result<NodeChoices> {
    desk.with(|workbench| view::choices(workbench, request.node))
}

/// The forms of nodes as files. The file is free again while they are set.
pub fn sheet_export(desk: &Desk, request: SheetExport) -> Result<Files> {
    let (paper, folder) = desk
        .with(|workbench| Ok((paper::sheets(workbench, &desk.texts, &request.nodes)?, out_folder(workbench.path()))))?;
    let mut files = Vec::new();
    for format in request.formats {
        let path = folder.join(paper::file_name(&paper, format));
        export::write_into(&path, &desk.press.paper(&paper, format, journal::now())?)?;
        files.push(FileName::of(&path));
    }
    Ok(Files { files })
}
