//! Offices (所管課): the list itself. A renaming by reorganisation is in [`super::reorganisation`].

use chrono::NaiveDate;
use domain::programme::{Assignment, Office, OfficeId, OfficeKind, Plan, PlanId, Project, uses};
use domain::value::fiscal_year::FiscalYear;
use domain::value::written::Written;
use serde::{Deserialize, Serialize};
use store::{Outcome, Read, Table};
use ts_rs::TS;

use super::{Setting, free_name, moved, step, unless_used};
use crate::error::Thing;
use crate::file::Found;
use crate::plan::offices::{handed_over, last_year};
use crate::texts::keys;
use crate::{By, Result, Workbench, WorkbenchError, words};

/// One change to the list of offices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum OfficeEdit {
    /// A new office, last.
    Add {
        /// Its name.
        name: String,
    },
    /// A misspelt name put right: every paper shows the new one. A renaming is a reorganisation.
    Correct {
        /// Which.
        office: OfficeId,
        /// Its name.
        name: String,
    },
    /// An office, or a collective name.
    Kind {
        /// Which.
        office: OfficeId,
        /// What it is.
        office_kind: OfficeKind,
    },
    /// First and last day, in words; "" for none.
    Days {
        /// Which.
        office: OfficeId,
        /// First day.
        since: String,
        /// Last day.
        until: String,
    },
    /// An office to another place.
    Move {
        /// Which.
        office: OfficeId,
        /// The place from 0; larger means last.
        position: u32,
    },
    /// An office away; refused while it stands anywhere.
    Remove {
        /// Which.
        office: OfficeId,
    },
    /// Everything of one office to another.
    Reassign {
        /// From which.
        office: OfficeId,
        /// To which.
        to: OfficeId,
        /// In one plan only.
        #[serde(default)]
        #[ts(optional)]
        plan: Option<PlanId>,
    },
}

/// Changes the list of offices as one step.
pub fn edit(workbench: &mut Workbench, by: &By, edit: &OfficeEdit) -> Result<Outcome<()>> {
    let read = workbench.read();
    let mut offices = store::office::all(&read)?;
    match edit {
        OfficeEdit::Add { name } => {
            let name = words::name(name)?;
            let office = fresh(&read, name.clone())?;
            free(&offices, &office)?;
            workbench.transact(by, &step(Setting::AddOffice, name), |w| Ok(store::office::save(w, &office)?))
        }
        OfficeEdit::Correct { office, name } => {
            let name = words::name(name)?;
            keep(workbench, by, &offices, Office { name, ..one(&offices, *office)? })
        }
        OfficeEdit::Kind { office, office_kind } => {
            keep(workbench, by, &offices, Office { kind: *office_kind, ..one(&offices, *office)? })
        }
        OfficeEdit::Days { office, since, until } => {
            let (since, until) = (maybe_day(since)?, maybe_day(until)?);
            if let (Some(since), Some(until)) = (since, until)
                && since > until
            {
                let text = format!("{since}～{until}");
                return Err(WorkbenchError::NotUnderstood { text, expected: keys::EXPECTED_DAYS });
            }
            keep(workbench, by, &offices, Office { since, until, ..one(&offices, *office)? })
        }
        OfficeEdit::Move { office, position } => {
            let from = offices.iter().position(|one| one.id == *office).found(Thing::Office, office.0)?;
            let name = offices[from].name.clone();
            moved(&mut offices, from, *position);
            let order: Vec<OfficeId> = offices.iter().map(|office| office.id).collect();
            workbench.transact(by, &step(Setting::MoveOffice, name), |w| Ok(store::office::reorder(w, &order)?))
        }
        OfficeEdit::Remove { office } => {
            let name = one(&offices, *office)?.name;
            let uses = uses::office_uses(&whole_plans(&read)?, &store::office_change::all(&read)?, *office);
            unless_used(Thing::Office, &name, uses, keys::WAY_OFFICE)?;
            workbench.transact(by, &step(Setting::RemoveOffice, name), |w| Ok(store::office::remove(w, *office)?))
        }
        OfficeEdit::Reassign { office, to, plan } => {
            let (from, into) = (one(&offices, *office)?, one(&offices, *to)?);
            let name = format!("{}→{}", from.name, into.name);
            workbench.transact(by, &step(Setting::ReassignOffice, name), |w| {
                let mut plans = whole_plans(w)?;
                plans.retain(|one| plan.is_none_or(|plan| one.id == plan));
                // The years of an office that ended stay its own; one that did not was the wrong one all along.
                match last_year(&from).and_then(FiscalYear::next) {
                    Some(year) => hand_over(w, &plans, &[*office], *to, year),
                    None => reassign(w, &plans, *office, *to),
                }
            })
        }
    }
}

/// An office made today without days of its own.
pub(super) fn fresh(r: &Read<'_>, name: String) -> Result<Office> {
    let id = OfficeId(store::next_id(r, Table::Office)?);
    let kind = OfficeKind::of_name(&name);
    Ok(Office { id, name, kind, since: None, until: None })
}

pub(super) fn one(offices: &[Office], id: OfficeId) -> Result<Office> {
    offices.iter().find(|office| office.id == id).cloned().found(Thing::Office, id.0)
}

/// A day in words, which must be understood.
pub(super) fn day(text: &str) -> Result<NaiveDate> {
    let written = Written::<NaiveDate>::read(words::text(text)?.trim());
    let text = written.text;
    written.meaning.ok_or(WorkbenchError::NotUnderstood { text, expected: keys::EXPECTED_DATE })
}

fn maybe_day(text: &str) -> Result<Option<NaiveDate>> {
    if text.trim().is_empty() { Ok(None) } else { day(text).map(Some) }
}

/// Two offices of one name may follow each other, never stand beside each other.
fn free(offices: &[Office], office: &Office) -> Result<()> {
    let beside = |other: &&Office| {
        other.id != office.id
            && other.until.is_none_or(|until| office.since.is_none_or(|since| since <= until))
            && office.until.is_none_or(|until| other.since.is_none_or(|since| since <= until))
    };
    free_name(&office.name, offices.iter().filter(beside).map(|other| other.name.as_str()))
}

fn keep(workbench: &mut Workbench, by: &By, offices: &[Office], office: Office) -> Result<Outcome<()>> {
    free(offices, &office)?;
    let op = step(Setting::EditOffice, office.name.clone());
    workbench.transact(by, &op, |w| Ok(store::office::save(w, &office)?))
}

/// The plans with their nodes.
pub(crate) fn whole_plans(r: &Read<'_>) -> Result<Vec<Plan>> {
    let mut plans = store::plan::headers(r)?;
    for plan in &mut plans {
        plan.nodes = store::node::of_plan(r, plan.id, None)?;
    }
    Ok(plans)
}

/// Gives the items and projects of the plans that run in a year or later to the office after. The years
/// before stay with the offices they were of, and so do projects of a budget of those years (ADR 10).
pub(super) fn hand_over(
    w: &store::Write<'_>,
    plans: &[Plan],
    from: &[OfficeId],
    to: OfficeId,
    year: FiscalYear,
) -> Result<()> {
    let runs = |plan: &&Plan| plan.last.meaning.is_none_or(|last| year <= last);
    for plan in plans.iter().filter(runs) {
        let begun = plan.first.meaning.is_none_or(|first| first < year);
        for node in &plan.nodes {
            let mut changed = node.clone();
            changed.offices = handed_over(&node.offices, from, to, year, begun);
            let of_the_past = |project: &&mut Project| {
                let budget = project.year.as_ref().and_then(|written| written.meaning);
                budget.is_some_and(|budget| budget < year)
            };
            for project in changed.projects.iter_mut().filter(|project| !of_the_past(project)) {
                from.iter().for_each(|from| replace(&mut project.offices, *from, to));
            }
            if changed != *node {
                store::node::save(w, plan.id, &changed)?;
            }
        }
    }
    Ok(())
}

/// Puts one office in the place of another in the nodes and projects of some plans.
fn reassign(w: &store::Write<'_>, plans: &[Plan], from: OfficeId, to: OfficeId) -> Result<()> {
    for plan in plans {
        for node in &plan.nodes {
            let mut changed = node.clone();
            changed.offices = replaced(&node.offices, from, to);
            for project in &mut changed.projects {
                replace(&mut project.offices, from, to);
            }
            if changed != *node {
                store::node::save(w, plan.id, &changed)?;
            }
        }
    }
    Ok(())
}

/// Puts one office in the place of another; an office stands there once.
fn replace(offices: &mut Vec<OfficeId>, from: OfficeId, to: OfficeId) {
    let mut seen = Vec::new();
    for office in offices.iter().map(|office| if *office == from { to } else { *office }) {
        if !seen.contains(&office) {
            seen.push(office);
        }
    }
    *offices = seen;
}

/// The offices of a node with one in the place of another; an office stands there once.
fn replaced(offices: &[Assignment], from: OfficeId, to: OfficeId) -> Vec<Assignment> {
    let mut seen: Vec<Assignment> = Vec::new();
    for assignment in offices {
        let office = if assignment.office == from { to } else { assignment.office };
        if seen.iter().all(|known| known.office != office) {
            seen.push(Assignment { office, ..assignment.clone() });
        }
    }
    seen
}
