//! An item as a form: what its grid row has no single cell for.

use std::collections::HashSet;

use domain::programme::{LifeCycleKind, LifeEvent, LifeEventId, Node, NodeId, Responsibility, Section, SectionId};
use domain::value::fiscal_year::FiscalYear;
use domain::value::written::Written;
use serde::{Deserialize, Serialize};
use store::{Outcome, Table, Write};
use ts_rs::TS;

use super::life::next_id;
use super::offices::listed;
use crate::error::Thing;
use crate::file::Found;
use crate::op::{Field, Op};
use crate::settings::near;
use crate::{By, Result, Workbench, WorkbenchError, words};

/// An office of an item with its part in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfficePart {
    /// Name as printed; one the city does not have yet becomes a new office.
    pub name: String,
    /// In charge, or concerned.
    pub responsibility: Responsibility,
    /// The first fiscal year in which it holds, where another office came before.
    #[serde(default)]
    #[ts(optional)]
    pub since: Option<FiscalYear>,
    /// The last fiscal year in which it holds, where another office came after.
    #[serde(default)]
    #[ts(optional)]
    pub until: Option<FiscalYear>,
}

/// One change to a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NodeChange {
    /// A new event in its life, behind the others.
    AddLifeEvent {
        /// New, ended …
        cycle: LifeCycleKind,
    },
    /// What is said of an event in its life.
    LifeEvent {
        /// The event.
        event: LifeEventId,
        /// New, ended …
        cycle: LifeCycleKind,
        /// Its year in the city's words; "" for none.
        year: String,
        /// Words as printed.
        words: String,
        /// The item it was merged into, or of which it is a second listing.
        #[serde(default)]
        #[ts(optional)]
        other: Option<NodeId>,
    },
    /// An event to another place among the events.
    MoveLifeEvent {
        /// The event.
        event: LifeEventId,
        /// New place from 0; larger means last.
        position: u32,
    },
    /// An event in its life away.
    RemoveLifeEvent {
        /// The event.
        event: LifeEventId,
    },
    /// Whether it is kept out of the denominators, whatever happened.
    Uncounted {
        /// It is.
        uncounted: bool,
    },
    /// The items of former plans that it continues, in their order.
    Continues {
        /// All of them.
        formers: Vec<NodeId>,
    },
    /// Its offices, in their order.
    Offices {
        /// All of them.
        offices: Vec<OfficePart>,
    },
    /// A new titled text behind the others.
    AddSection {
        /// Its heading.
        title: String,
    },
    /// A heading of a text.
    RenameSection {
        /// The text.
        section: SectionId,
        /// New heading.
        title: String,
    },
    /// The words of a text.
    WriteSection {
        /// The text.
        section: SectionId,
        /// Its words.
        text: String,
    },
    /// A text to another place among the texts.
    MoveSection {
        /// The text.
        section: SectionId,
        /// New place from 0; larger means last.
        position: u32,
    },
    /// A text away.
    RemoveSection {
        /// The text.
        section: SectionId,
    },
}

impl NodeChange {
    fn field(&self) -> Field {
        match self {
            Self::AddLifeEvent { .. }
            | Self::LifeEvent { .. }
            | Self::MoveLifeEvent { .. }
            | Self::RemoveLifeEvent { .. }
            | Self::Uncounted { .. } => Field::LifeCycle,
            Self::Continues { .. } => Field::Continues,
            Self::Offices { .. } => Field::Offices,
            _ => Field::Section,
        }
    }
}

/// Changes a node as one step. Answers the identity of what was added.
pub fn change(workbench: &mut Workbench, by: &By, node: NodeId, change: &NodeChange) -> Result<Outcome<Option<i64>>> {
    let item = store::node::title(&workbench.read(), node)?.found(Thing::Node, node.0)?;
    workbench.transact(by, &Op::EditNode { item, field: change.field() }, |w| {
        let plan = store::node::plan_of(w, node)?.found(Thing::Node, node.0)?;
        let mut whole = store::node::read(w, node)?.found(Thing::Node, node.0)?;
        let added = apply(w, &mut whole, change)?;
        store::node::save(w, plan, &whole)?;
        Ok(added)
    })
}

fn apply(w: &Write<'_>, node: &mut Node, change: &NodeChange) -> Result<Option<i64>> {
    match change {
        NodeChange::AddLifeEvent { cycle } => {
            let event = LifeEvent::new(next_id(w)?, *cycle);
            let id = event.id;
            node.life_cycle.events.push(event);
            return Ok(Some(id.0));
        }
        NodeChange::LifeEvent { event, cycle, year, words, other } => {
            let at = event_at(node, *event)?;
            if let Some(other) = other {
                same_plan(w, node.id, *other)?;
            }
            let year = words::text(year)?;
            let year = (!year.is_empty()).then(|| Written::read(year));
            let plan = store::node::plan_of(w, node.id)?.found(Thing::Node, node.id.0)?;
            let plan = store::plan::header(w, plan)?.found(Thing::Plan, plan.0)?;
            let own = &mut node.life_cycle.events[at];
            near(&plan, year.as_ref(), own.year.as_ref())?;
            *own = LifeEvent { id: own.id, kind: *cycle, year, words: words::text(words)?, other: *other };
        }
        NodeChange::MoveLifeEvent { event, position } => {
            let at = event_at(node, *event)?;
            let moved = node.life_cycle.events.remove(at);
            let to = (*position as usize).min(node.life_cycle.events.len());
            node.life_cycle.events.insert(to, moved);
        }
        NodeChange::RemoveLifeEvent { event } => {
            let at = event_at(node, *event)?;
            node.life_cycle.events.remove(at);
        }
        NodeChange::Uncounted { uncounted } => node.life_cycle.uncounted = *uncounted,
        NodeChange::Continues { formers } => {
            node.continues.clear();
            for former in formers {
                of_former_plan(w, node.id, *former)?;
                if !node.continues.contains(former) {
                    node.continues.push(*former);
                }
            }
        }
        NodeChange::Offices { offices } => node.offices = listed(w, node, offices)?,
        NodeChange::AddSection { title } => {
            let title = free_title(node, title, None)?;
            let id = SectionId(store::next_id(w, Table::Section)?);
            node.sections.push(Section { id, title, text: String::new() });
            return Ok(Some(id.0));
        }
        NodeChange::RenameSection { section, title } => {
            let at = section_at(node, *section)?;
            node.sections[at].title = free_title(node, title, Some(at))?;
        }
        NodeChange::WriteSection { section, text } => {
            let at = section_at(node, *section)?;
            node.sections[at].text = words::text(text)?;
        }
        NodeChange::MoveSection { section, position } => {
            let at = section_at(node, *section)?;
            let moved = node.sections.remove(at);
            let to = (*position as usize).min(node.sections.len());
            node.sections.insert(to, moved);
        }
        NodeChange::RemoveSection { section } => {
            let at = section_at(node, *section)?;
            node.sections.remove(at);
        }
    }
    Ok(None)
}

fn event_at(node: &Node, event: LifeEventId) -> Result<usize> {
    node.life_cycle.events.iter().position(|own| own.id == event).found(Thing::LifeEvent, event.0)
}

fn section_at(node: &Node, section: SectionId) -> Result<usize> {
    node.sections.iter().position(|own| own.id == section).found(Thing::Section, section.0)
}

/// A heading that no other text of the node has: the grid tells texts apart by their headings.
fn free_title(node: &Node, title: &str, own: Option<usize>) -> Result<String> {
    let title = words::name(title)?;
    let mut others = node.sections.iter().enumerate().filter(|(at, _)| Some(*at) != own);
    if others.any(|(_, section)| section.title == title) {
        return Err(WorkbenchError::NameTaken { name: title });
    }
    Ok(title)
}

/// The other item of a merger or a second listing is another node of the same plan.
fn same_plan(w: &Write<'_>, node: NodeId, other: NodeId) -> Result<()> {
    let own = store::node::plan_of(w, node)?;
    let others = store::node::plan_of(w, other)?.found(Thing::Node, other.0)?;
    if node == other || own != Some(others) { Err(WorkbenchError::NotOfSamePlan) } else { Ok(()) }
}

/// What an item continues stands in another plan, and so does all that goes back from there: nothing
/// continues itself.
fn of_former_plan(w: &Write<'_>, node: NodeId, former: NodeId) -> Result<()> {
    let own = store::node::plan_of(w, node)?;
    let mut seen = HashSet::new();
    let mut waiting = vec![former];
    while let Some(before) = waiting.pop() {
        let plan = store::node::plan_of(w, before)?.found(Thing::Node, before.0)?;
        if own == Some(plan) {
            return Err(WorkbenchError::NotOfFormerPlan);
        }
        if seen.insert(before) {
            waiting.extend(store::node::read(w, before)?.found(Thing::Node, before.0)?.continues);
        }
    }
    Ok(())
}
