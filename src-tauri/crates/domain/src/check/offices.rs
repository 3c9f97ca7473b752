//! Offices: items nobody answers for, and items of offices that are no more.

use std::collections::{HashMap, HashSet};

use super::{Case, Cell, Column, Fact, Finding, Look, Spot, each_or_most, title};
use crate::programme::{DemandedField, Node, NodeId, Office, OfficeId, OfficeKind, Plan, Programme, Responsibility};
use crate::value::fiscal_year::FiscalYear;

pub(super) fn look(look: &Look<'_>, found: &mut Vec<Finding>) {
    let offices = Offices::of(look.programme);
    for plan in &look.programme.plans {
        without(look, plan, &offices, found);
        dead(look, plan, &offices, found);
    }
}

/// The year whose offices count: this one, or the last one of a plan or item that is over.
fn year_of(look: &Look<'_>, plan: &Plan, node: &Node) -> Option<FiscalYear> {
    plan.last.meaning?;
    let last = [plan.last.meaning, node.life_cycle.last_year()];
    [look.now()].into_iter().chain(last).flatten().min()
}

/// Items for which no office answers: neither the item nor a node above it nor one of its projects.
/// A collective name (関係課) is nobody's: it is told which one stands there.
fn without(look: &Look<'_>, plan: &Plan, offices: &Offices<'_>, found: &mut Vec<Finding>) {
    let Some(now) = look.now().filter(|_| plan.demand(DemandedField::Offices) != Some(false)) else { return };
    let year = plan.last.meaning.map_or(now, |last| last.min(now));
    let named = |node: &Node| -> Vec<OfficeId> {
        let own = node.offices_in(Some(year)).filter(|one| one.responsibility == Responsibility::Responsible);
        let projects = node.projects.iter().flat_map(|project| project.offices.iter().copied());
        own.map(|one| one.office).chain(projects).collect()
    };
    let own = |node: &Node| named(node).into_iter().any(|office| !offices.is_collective(office));
    let mut answered: HashSet<NodeId> = HashSet::new();
    let (mut items, mut missing) = (0, Vec::new());
    // Parents stand before their children.
    for node in &plan.nodes {
        if own(node) || node.parent.is_some_and(|parent| answered.contains(&parent)) {
            answered.insert(node.id);
        }
        if node.level == plan.evaluation_level && node.life_cycle.counts_in(year) {
            items += 1;
            if !answered.contains(&node.id) {
                missing.push(node);
            }
        }
    }
    let first = missing.first().map_or(Cell::Whole, |node: &&Node| Cell::Item(node.id, Column::Offices));
    found.extend(each_or_most(
        missing,
        items,
        |node| {
            let collective = named(node).into_iter().find_map(|id| offices.by_id.get(&id));
            let facts = collective.map(|office| ("office", Fact::Text(office.name.clone())));
            let case = if facts.is_some() { Case::CollectiveOnly } else { Case::NoOffice };
            Finding {
                case,
                at: Spot::Node(node.id),
                cell: Cell::Text(Column::Offices),
                title: title(node),
                facts: facts.into_iter().collect(),
            }
        },
        (Case::NoOfficeMost, Spot::Plan(plan.id), first, &plan.name, now),
    ));
}

fn dead(look: &Look<'_>, plan: &Plan, offices: &Offices<'_>, found: &mut Vec<Finding>) {
    for node in &plan.nodes {
        let Some(year) = year_of(look, plan, node) else { continue };
        let assigned = node.offices_in(Some(year)).map(|one| one.office);
        let of_projects = node.projects.iter().flat_map(|project| project.offices.iter().copied());
        let mut seen = HashSet::new();
        for id in assigned.chain(of_projects).filter(|id| seen.insert(*id)) {
            let Some(office) = offices.dead_in(id, year) else { continue };
            let after = offices.after(id);
            let mut facts = vec![("office", Fact::Text(office.name.clone()))];
            let case = if after.is_empty() {
                Case::DeadOffice
            } else {
                facts.push(("after", Fact::Text(after.join("、"))));
                Case::SucceededOffice
            };
            let cell = of_node(node, id);
            found.push(Finding { case, at: Spot::Node(node.id), cell, title: title(node), facts });
        }
    }
}

/// Where an office stands with a node: among its own, or with one of its projects.
fn of_node(node: &Node, office: OfficeId) -> Cell {
    let own = node.offices.iter().any(|one| one.office == office);
    let project = node.projects.iter().find(|project| project.offices.contains(&office));
    project.filter(|_| !own).map_or(Cell::Text(Column::Offices), |project| Cell::Project(project.id))
}

struct Offices<'a> {
    by_id: HashMap<OfficeId, &'a Office>,
    gone: HashMap<OfficeId, (chrono::NaiveDate, &'a [OfficeId])>,
}

impl<'a> Offices<'a> {
    fn of(programme: &'a Programme) -> Self {
        let mut gone = HashMap::new();
        for change in &programme.office_changes {
            for before in change.before.iter().filter(|before| !change.after.contains(before)) {
                gone.insert(*before, (change.on, change.after.as_slice()));
            }
        }
        Self { by_id: programme.offices.iter().map(|office| (office.id, office)).collect(), gone }
    }

    fn is_collective(&self, id: OfficeId) -> bool {
        self.by_id.get(&id).is_some_and(|office| office.kind == OfficeKind::Collective)
    }

    /// The office when it is no more as the year begins: its last day is before, or a
    /// reorganisation up to that day made others of it.
    fn dead_in(&self, id: OfficeId, year: FiscalYear) -> Option<&'a Office> {
        let office = self.by_id.get(&id).copied()?;
        let closed = office.until.is_some_and(|until| until < year.start());
        let changed = self.gone.get(&id).is_some_and(|(on, _)| *on <= year.start());
        (closed || changed).then_some(office)
    }

    fn after(&self, id: OfficeId) -> Vec<&'a str> {
        let ids = self.gone.get(&id).map(|(_, after)| *after).unwrap_or_default();
        ids.iter().filter_map(|id| self.by_id.get(id)).map(|office| office.name.as_str()).collect()
    }
}
