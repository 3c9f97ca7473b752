//! The trees of the plans: nodes with all that hangs on them.

mod goes_with;
mod place;

use std::collections::HashMap;
use std::ops::RangeInclusive;

use domain::programme::{GroupId, LifeCycle, Node, NodeId, PlanId, YearRecord};
use domain::value::FiscalYear;
use rusqlite::named_params;

pub use goes_with::{GoesWith, goes_with};
pub use place::{place, with_below};

use crate::cells::Cells;
use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::sql::Json;
use crate::{assignment, evaluation, former_item, lane, life_event, list, project, record, section};

/// Whose rows are read: those of one node, or those of all nodes of a plan.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Of {
    Node(NodeId),
    Plan(PlanId),
}

impl Of {
    /// The statement and the identity it is asked with.
    pub(crate) fn pick(self, of_node: &'static str, of_plan: &'static str) -> (&'static str, i64) {
        match self {
            Self::Node(node) => (of_node, node.0),
            Self::Plan(plan) => (of_plan, plan.0),
        }
    }
}

/// One node with its offices, texts, lanes, records and projects, all years.
pub fn read(r: &Read<'_>, id: NodeId) -> Result<Option<Node>> {
    let _steady = r.steady()?;
    let records = record::list(r, Of::Node(id), None)?;
    some(r, Of::Node(id), records).map(list::first)
}

/// All nodes of a plan in depth-first order, whole; with `years`, only the records of those years.
///
/// Reads set by set, so that the time grows with the number of rows and not of nodes.
pub fn of_plan(r: &Read<'_>, plan: PlanId, years: Option<RangeInclusive<FiscalYear>>) -> Result<Vec<Node>> {
    let _steady = r.steady()?;
    let records = record::list(r, Of::Plan(plan), years)?;
    some(r, Of::Plan(plan), records).map(in_order)
}

/// All nodes of a plan in depth-first order without their records, which are the most of a plan.
pub fn without_records(r: &Read<'_>, plan: PlanId) -> Result<Vec<Node>> {
    let _steady = r.steady()?;
    some(r, Of::Plan(plan), ByOwner::new()).map(in_order)
}

/// All nodes of a plan in depth-first order with their life, their offices and the records of some
/// years, and nothing else.
pub fn with_records(r: &Read<'_>, plan: PlanId, years: RangeInclusive<FiscalYear>) -> Result<Vec<Node>> {
    let _steady = r.steady()?;
    let of = Of::Plan(plan);
    let mut events = life_event::list(r, of)?;
    let mut offices = assignment::list(r, of)?;
    let mut records = record::list(r, of, Some(years))?;
    let mut nodes = r.list(include_str!("of_plan.sql"), named_params! { ":id": plan.0 }, own_row)?;
    for node in &mut nodes {
        node.life_cycle.events = list::taken(&mut events, node.id.0);
        node.offices = list::taken(&mut offices, node.id.0);
        node.records = list::taken(&mut records, node.id.0);
    }
    Ok(in_order(nodes))
}

fn in_order(nodes: Vec<Node>) -> Vec<Node> {
    depth_first(nodes, |node| (node.id, node.parent))
}

/// The nodes of a plan as a tally of one year needs them: the tree, life cycles, groups, offices
/// and the evaluations of that year, without any other text. Its time does not grow with the
/// years a file holds.
pub fn judged(r: &Read<'_>, plan: PlanId, year: FiscalYear) -> Result<Vec<Node>> {
    let _steady = r.steady()?;
    let of = Of::Plan(plan);
    let mut events = life_event::list(r, of)?;
    let mut offices = assignment::list(r, of)?;
    let mut evaluations = evaluation::list(r, of, Some(&(year..=year)))?;
    let mut nodes = r.list(include_str!("of_plan.sql"), named_params! { ":id": plan.0 }, own_row)?;
    for node in &mut nodes {
        node.life_cycle.events = list::taken(&mut events, node.id.0);
        node.offices = list::taken(&mut offices, node.id.0);
        if let Some(evaluations) = evaluations.remove(&(node.id.0, year)) {
            node.records = vec![YearRecord { evaluations, ..YearRecord::empty(year) }];
        }
    }
    Ok(depth_first(nodes, |node| (node.id, node.parent)))
}

/// The plan a node belongs to.
pub fn plan_of(r: &Read<'_>, id: NodeId) -> Result<Option<PlanId>> {
    r.one(include_str!("plan_of.sql"), named_params! { ":id": id.0 }, |row| row.get("plan_id").map(PlanId))
}

/// A node as it stands in a list: where it is and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeName {
    /// The node.
    pub id: NodeId,
    /// Its plan.
    pub plan: PlanId,
    /// The node above; none on the top level.
    pub parent: Option<NodeId>,
    /// Level in the plan, 0 for the top.
    pub level: u8,
    /// Number as printed.
    pub label: String,
    /// Name as printed.
    pub title: String,
    /// The items of former plans that it continues.
    pub continues: Vec<NodeId>,
}

/// The names of the nodes of all plans, each plan in depth-first order.
pub fn names(r: &Read<'_>) -> Result<Vec<NodeName>> {
    let _steady = r.steady()?;
    let mut formers = former_item::all(r)?;
    let mut all = r.list(include_str!("names.sql"), named_params! {}, |row| {
        Ok(NodeName {
            id: NodeId(row.get("id")?),
            plan: PlanId(row.get("plan_id")?),
            parent: row.get::<Option<i64>>("parent_id")?.map(NodeId),
            level: row.get("level")?,
            label: row.get("label")?,
            title: row.get("title")?,
            continues: Vec::new(),
        })
    })?;
    all.iter_mut().for_each(|node| node.continues = list::taken(&mut formers, node.id.0));
    Ok(depth_first(all, |node| (node.id, node.parent)))
}

/// The name of a node: what a step of undo is called after.
pub fn title(r: &Read<'_>, id: NodeId) -> Result<Option<String>> {
    r.one(include_str!("title.sql"), named_params! { ":id": id.0 }, |row| row.get("title"))
}

/// The nodes of all plans in the order of print, plan by plan.
pub fn order(r: &Read<'_>) -> Result<Vec<NodeId>> {
    let rows = r.list(include_str!("order.sql"), [], |row| {
        Ok((NodeId(row.get("id")?), row.get::<Option<i64>>("parent_id")?.map(NodeId)))
    })?;
    Ok(depth_first(rows, |row| *row).into_iter().map(|(id, _)| id).collect())
}

fn some(r: &Read<'_>, of: Of, mut records: ByOwner<YearRecord>) -> Result<Vec<Node>> {
    let mut events = life_event::list(r, of)?;
    let mut formers = former_item::list(r, of)?;
    let mut offices = assignment::list(r, of)?;
    let mut sections = section::list(r, of)?;
    let mut lanes = lane::list(r, of)?;
    let mut projects = project::list(r, of)?;
    let (sql, id) = of.pick(include_str!("of_node.sql"), include_str!("of_plan.sql"));
    let mut nodes = r.list(sql, named_params! { ":id": id }, own_row)?;
    for node in &mut nodes {
        node.life_cycle.events = list::taken(&mut events, node.id.0);
        node.continues = list::taken(&mut formers, node.id.0);
        node.offices = list::taken(&mut offices, node.id.0);
        node.sections = list::taken(&mut sections, node.id.0);
        node.lanes = list::taken(&mut lanes, node.id.0);
        node.records = list::taken(&mut records, node.id.0);
        node.projects = list::taken(&mut projects, node.id.0);
    }
    Ok(nodes)
}

fn own_row(row: &Cells<'_>) -> rusqlite::Result<Node> {
    Ok(Node {
        id: NodeId(row.get("id")?),
        parent: row.get::<Option<i64>>("parent_id")?.map(NodeId),
        level: row.get("level")?,
        label: row.get("label")?,
        title: row.get("title")?,
        group: row.get::<Option<i64>>("group_id")?.map(GroupId),
        markers: row.get::<Json<_>>("markers")?.0,
        life_cycle: LifeCycle { events: Vec::new(), uncounted: row.get("uncounted")? },
        continues: Vec::new(),
        offices: Vec::new(),
        sections: Vec::new(),
        lanes: Vec::new(),
        records: Vec::new(),
        projects: Vec::new(),
    })
}

/// Puts nodes that come in the order of their positions into the order of print. `place` tells
/// who a node is and which one it hangs under.
fn depth_first<T>(nodes: Vec<T>, place: impl Fn(&T) -> (NodeId, Option<NodeId>)) -> Vec<T> {
    let mut below: HashMap<Option<NodeId>, Vec<T>> = HashMap::new();
    let count = nodes.len();
    for node in nodes {
        below.entry(place(&node).1).or_default().push(node);
    }
    let mut ordered = Vec::with_capacity(count);
    let mut waiting: Vec<T> = below.remove(&None).unwrap_or_default();
    waiting.reverse();
    while let Some(node) = waiting.pop() {
        waiting.extend(below.remove(&Some(place(&node).0)).unwrap_or_default().into_iter().rev());
        ordered.push(node);
    }
    ordered
}

/// Writes a node with all that hangs on it; what the node no longer has is removed.
///
/// A new node is put last below its parent. The place of a node that is already there does not
/// change, see [`place`].
pub fn save(w: &Write<'_>, plan: PlanId, node: &Node) -> Result<()> {
    w.run(
        include_str!("save.sql"),
        named_params! {
            ":id": node.id.0,
            ":plan_id": plan.0,
            ":parent_id": node.parent.map(|parent| parent.0),
            ":level": node.level,
            ":label": node.label,
            ":title": node.title,
            ":group_id": node.group.map(|group| group.0),
            ":markers": Json(&node.markers),
            ":uncounted": node.life_cycle.uncounted,
        },
    )?;
    life_event::save(w, node.id, &node.life_cycle.events)?;
    former_item::save(w, node.id, &node.continues)?;
    assignment::save(w, node.id, &node.offices)?;
    section::save(w, node.id, &node.sections)?;
    lane::save(w, node.id, &node.lanes)?;
    record::save_all(w, node.id, &node.records)?;
    project::save(w, node.id, &node.projects)
}

/// Removes a node with everything below it.
pub fn remove(w: &Write<'_>, id: NodeId) -> Result<()> {
    list::remove(w, include_str!("remove.sql"), id.0)
}

/// Writes the nodes of a plan in the places they have in the list; removes nothing.
pub(crate) fn save_tree(w: &Write<'_>, plan: PlanId, nodes: &[Node]) -> Result<()> {
    let mut next: HashMap<Option<NodeId>, i64> = HashMap::new();
    for node in nodes {
        save(w, plan, node)?;
        let position = next.entry(node.parent).or_default();
        w.run(
            include_str!("put.sql"),
            named_params! {
                ":id": node.id.0,
                ":plan_id": plan.0,
                ":parent_id": node.parent.map(|parent| parent.0),
                ":position": *position,
                ":level": node.level,
            },
        )?;
        *position += 1;
    }
    Ok(())
}

/// Removes the nodes of a plan that are not in the list.
pub(crate) fn prune(w: &Write<'_>, plan: PlanId, keep: &[Node]) -> Result<()> {
    let keep: Vec<NodeId> = keep.iter().map(|node| node.id).collect();
    w.run(include_str!("prune.sql"), named_params! { ":plan_id": plan.0, ":keep": Json(keep) }).map(drop)
}
