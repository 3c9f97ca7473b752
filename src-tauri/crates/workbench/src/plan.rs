//! The plan's tree (計画の体系): adding, editing, moving and removing nodes.

use std::collections::HashSet;

use domain::programme::{Group, Node, NodeId, Plan, PlanId, Section, SectionId};
use serde::{Deserialize, Serialize};
use store::{Outcome, Table, Write};
use ts_rs::TS;

use crate::error::Thing;
use crate::file::Found;
use crate::op::{Field, Op};
use crate::texts::Texts;
use crate::{By, Result, Workbench, WorkbenchError, words};

mod form;
pub(crate) mod life;
pub(crate) mod offices;
mod removal;
mod renumber;
mod rows;

pub use form::{NodeChange, OfficePart, change};
pub use life::LIFE_CYCLES;
pub use removal::{NodeRemoval, removal};
pub use renumber::{NumberLine, NumberLines, renumber, renumber_lines};
pub use rows::{NewRows, NodeText, add_rows};

/// One cell of the plan grid or of an item's form with its new text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NodeEdit {
    /// The node.
    pub node: NodeId,
    /// Which field.
    pub field: Field,
    /// Title of the text section, when the field is one.
    #[serde(default)]
    #[ts(optional)]
    pub section: Option<String>,
    /// The new text.
    pub text: String,
}

/// Where a new node goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewNode {
    /// The plan.
    pub plan: PlanId,
    /// The node above; none for the top level.
    #[serde(default)]
    #[ts(optional)]
    pub parent: Option<NodeId>,
    /// Place among its siblings, from 0; larger than their number means last.
    pub position: u32,
    /// Its name.
    pub title: String,
}

/// Adds an empty node and returns its identity.
pub fn add(workbench: &mut Workbench, by: &By, new: &NewNode) -> Result<Outcome<NodeId>> {
    let title = words::name(&new.title)?;
    workbench.transact(by, &Op::AddNode { item: title.clone() }, |w| add_one(w, new, &title))
}

fn add_one(w: &Write<'_>, new: &NewNode, title: &str) -> Result<NodeId> {
    let plan = store::plan::header(w, new.plan)?.found(Thing::Plan, new.plan.0)?;
    let level = match new.parent {
        None => 0,
        Some(parent) => {
            let own = store::node::plan_of(w, parent)?.filter(|plan| *plan == new.plan);
            own.found(Thing::Node, parent.0)?;
            store::node::read(w, parent)?.found(Thing::Node, parent.0)?.level + 1
        }
    };
    if usize::from(level) >= plan.levels.len() {
        return Err(WorkbenchError::BadPlace);
    }
    let id = NodeId(store::next_id(w, Table::Node)?);
    store::node::save(w, new.plan, &Node::new(id, new.parent, level, title.to_owned()))?;
    store::node::place(w, id, new.parent, new.position as usize)?;
    Ok(id)
}

/// Edits fields of nodes as one step.
pub fn edit(workbench: &mut Workbench, by: &By, texts: &Texts, edits: &[NodeEdit]) -> Result<Outcome<()>> {
    let first = edits.first().ok_or(WorkbenchError::NothingToShow)?;
    let op = if edits.len() > 1 {
        Op::EditNodes { count: edits.len() }
    } else {
        let item = store::node::title(&workbench.read(), first.node)?.found(Thing::Node, first.node.0)?;
        Op::EditNode { item, field: first.field }
    };
    workbench.transact(by, &op, |w| {
        let mut gone = HashSet::new();
        for edit in edits {
            let clears = edit.text.is_empty();
            // Where a word of a life is cleared together with its printed words, these were the words of
            // what goes and not of what stood before it.
            if edit.field == Field::LifeCycleWords && clears && gone.contains(&edit.node) {
                continue;
            }
            if edit.field == Field::LifeCycle && clears {
                let node = store::node::read(w, edit.node)?.found(Thing::Node, edit.node.0)?;
                gone.extend(life::shown(&node.life_cycle).map(|_| edit.node));
            }
            edit_one(w, by, texts, edit)?;
        }
        Ok(())
    })
}

pub(crate) fn edit_one(w: &Write<'_>, by: &By, texts: &Texts, edit: &NodeEdit) -> Result<()> {
    let mut node = store::node::read(w, edit.node)?.found(Thing::Node, edit.node.0)?;
    let plan_id = store::node::plan_of(w, edit.node)?.found(Thing::Node, edit.node.0)?;
    let text = words::text(&edit.text)?;
    match edit.field {
        Field::Label => node.label = text,
        Field::Title => node.title = words::name(&text)?,
        Field::LifeCycleWords => {
            let plan = store::plan::header(w, plan_id)?.found(Thing::Plan, plan_id.0)?;
            life::write_words(w, &plan, &mut node.life_cycle, text)?;
        }
        Field::LifeCycle => life::write_kind(w, by, texts, edit.node, &mut node.life_cycle, &text)?,
        Field::Offices => node.offices = offices::written(w, &node, &text)?,
        Field::Group => {
            let mut plan = store::plan::header(w, plan_id)?.found(Thing::Plan, plan_id.0)?;
            node.group = group(w, &mut plan, &text)?;
        }
        Field::Markers => node.markers = words::markers(&text)?,
        Field::Section => {
            let title = words::name(edit.section.as_deref().unwrap_or_default())?;
            let next = SectionId(store::next_id(w, Table::Section)?);
            set_section(&mut node, next, &title, text);
        }
        _ => return Err(WorkbenchError::NoSuch { thing: Thing::Section, id: edit.node.0 }),
    }
    Ok(store::node::save(w, plan_id, &node)?)
}

fn set_section(node: &mut Node, next: SectionId, title: &str, text: String) {
    match node.sections.iter().position(|section| section.title == title) {
        Some(at) if text.is_empty() => {
            node.sections.remove(at);
        }
        Some(at) => node.sections[at].text = text,
        None if text.is_empty() => {}
        None => node.sections.push(Section { id: next, title: title.to_owned(), text }),
    }
}

fn group(w: &Write<'_>, plan: &mut Plan, text: &str) -> Result<Option<domain::programme::GroupId>> {
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(group) = plan.groups.iter().find(|group| group.name == text) {
        return Ok(Some(group.id));
    }
    let id = domain::programme::GroupId(store::next_id(w, Table::Group)?);
    plan.groups.push(Group { id, name: text.to_owned(), description: String::new() });
    store::plan::save(w, plan)?;
    Ok(Some(id))
}

/// Moves a node with all below it. Refused under itself and below the plan's last level.
pub fn place(
    workbench: &mut Workbench,
    by: &By,
    node: NodeId,
    parent: Option<NodeId>,
    position: u32,
) -> Result<Outcome<()>> {
    let item = store::node::title(&workbench.read(), node)?.found(Thing::Node, node.0)?;
    workbench.transact(by, &Op::MoveNode { item }, |w| {
        let plan_id = store::node::plan_of(w, node)?.found(Thing::Node, node.0)?;
        let plan = store::plan::read(w, plan_id)?.found(Thing::Plan, plan_id.0)?;
        let below = subtree(&plan, node);
        let level = match parent {
            None => 0,
            Some(parent) => plan.node(parent).found(Thing::Node, parent.0)?.level + 1,
        };
        let own = plan.node(node).found(Thing::Node, node.0)?.level;
        let deepest = below.iter().map(|node| node.level - own).max().unwrap_or(0);
        let under_itself = parent.is_some_and(|parent| below.iter().any(|node| node.id == parent));
        if under_itself || usize::from(level + deepest) >= plan.levels.len() {
            return Err(WorkbenchError::BadPlace);
        }
        Ok(store::node::place(w, node, parent, position as usize)?)
    })
}

/// The node and everything below it.
fn subtree(plan: &Plan, root: NodeId) -> Vec<&Node> {
    let mut found: Vec<&Node> = Vec::new();
    for node in &plan.nodes {
        if node.id == root || node.parent.is_some_and(|parent| found.iter().any(|above| above.id == parent)) {
            found.push(node);
        }
    }
    found
}

/// Removes a node with everything below it.
pub fn remove(workbench: &mut Workbench, by: &By, node: NodeId) -> Result<Outcome<()>> {
    let item = store::node::title(&workbench.read(), node)?.found(Thing::Node, node.0)?;
    workbench.transact(by, &Op::RemoveNode { item }, |w| {
        removal::leave_charts(w, node)?;
        Ok(store::node::remove(w, node)?)
    })
}

/// What a person says of a new plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewPlan {
    /// Name as printed.
    pub name: String,
    /// First year in the city's words: 令和7年度.
    pub first: String,
    /// Last year in the city's words.
    pub last: String,
    /// Names of the levels from the top.
    pub levels: Vec<String>,
}

/// Adds a plan with its levels, one schedule over its years, and the usual words of evaluation.
pub fn add_plan(workbench: &mut Workbench, by: &By, texts: &Texts, new: &NewPlan) -> Result<Outcome<PlanId>> {
    let name = words::name(&new.name)?;
    workbench.transact(by, &Op::AddPlan { plan: name.clone() }, |w| {
        let plan = crate::sample::fresh_plan(w, texts, new)?;
        store::plan::save(w, &plan)?;
        Ok(plan.id)
    })
}
