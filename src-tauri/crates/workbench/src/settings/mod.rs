//! 設定: the city, the plans and their levels, groups, words of evaluation, formulas and schedules,
//! the offices and their reorganisations, the definitions of the indicators.
//!
//! What is used is never taken away silently: it is refused ([`WorkbenchError::InUse`]) where a
//! record would lose its meaning, or asked ([`WorkbenchError::Asks`]) where the person can want it;
//! the request is then repeated with `anyway`.

pub mod baseline;
pub mod city;
pub mod evaluator;
pub mod group;
pub mod indicator;
pub mod office;
pub mod plan;
pub mod rate;
pub mod reorganisation;
mod step;
pub mod succession;
pub mod vocabulary;

pub use step::Setting;

use domain::programme::uses::Uses;
use domain::programme::{Plan, PlanId};
use domain::value::fiscal_year::FiscalYear;
use domain::value::written::Written;
use store::{Outcome, Read};

use crate::error::Thing;
use crate::file::Found;
use crate::op::Op;
use crate::texts::{Key, keys};
use crate::{By, Result, Workbench, WorkbenchError};

/// Changes the data of one plan as one step. The work is given the whole plan as it stands, changes
/// it and names what it did; what differs is written.
fn change<T>(
    workbench: &mut Workbench,
    by: &By,
    id: PlanId,
    work: impl FnOnce(&Read<'_>, &mut Plan) -> Result<(Op, T)>,
) -> Result<Outcome<T>> {
    let before = store::plan::read(&workbench.read(), id)?.found(Thing::Plan, id.0)?;
    let mut plan = before.clone();
    let (op, value) = work(&workbench.read(), &mut plan)?;
    workbench.transact(by, &op, |w| {
        store::plan::save(w, &plan)?;
        for (old, new) in before.nodes.iter().zip(&plan.nodes) {
            if old != new {
                store::node::save(w, id, new)?;
            }
        }
        Ok(value)
    })
}

fn step(setting: Setting, name: impl Into<String>) -> Op {
    Op::Set { setting, name: name.into() }
}

/// Refuses to take away what is used.
fn unless_used(thing: Thing, name: &str, uses: Uses, way: Key) -> Result<()> {
    match uses.is_empty() {
        true => Ok(()),
        false => Err(WorkbenchError::InUse { thing, name: name.to_owned(), uses, way }),
    }
}

/// Asks before something is lost; `anyway` is the answer yes.
fn unless_lost(anyway: bool, thing: Thing, name: &str, uses: Uses, way: Key) -> Result<()> {
    match anyway || uses.is_empty() {
        true => Ok(()),
        false => Err(WorkbenchError::Asks { thing, name: name.to_owned(), uses, way }),
    }
}

/// Refuses a name that another one has.
fn free_name<'a>(name: &str, mut others: impl Iterator<Item = &'a str>) -> Result<()> {
    match others.any(|other| other == name) {
        true => Err(WorkbenchError::NameTaken { name: name.to_owned() }),
        false => Ok(()),
    }
}

/// Moves one of a list to another place; a place behind the end is the end.
fn moved<T>(list: &mut Vec<T>, from: usize, to: u32) {
    let one = list.remove(from);
    list.insert((to as usize).min(list.len()), one);
}

/// A fiscal year that must be understood, in the words of the person.
fn fiscal_year(text: &str) -> Result<(Written<FiscalYear>, FiscalYear)> {
    let written = Written::<FiscalYear>::read(crate::words::text(text)?.trim());
    match written.meaning {
        Some(year) => Ok((written, year)),
        None => Err(WorkbenchError::NotUnderstood { text: text.to_owned(), expected: keys::EXPECTED_FISCAL_YEAR }),
    }
}

/// Refuses a year that is not one of the plan's.
pub(crate) fn within(plan: &Plan, year: FiscalYear) -> Result<()> {
    match plan.runs_in(year) {
        true => Ok(()),
        false => Err(WorkbenchError::YearOutsidePlan { year: plan.reckoning().long(year), period: period(plan) }),
    }
}

/// Refuses the year of a life cycle or a budget that lies far from the plan. What stood there before
/// stays; a year that was not understood is left to the check.
pub(crate) fn near(
    plan: &Plan,
    year: Option<&Written<FiscalYear>>,
    before: Option<&Written<FiscalYear>>,
) -> Result<()> {
    let far = |year: &Written<FiscalYear>| year.meaning.is_some_and(|meaning| !plan.is_near(meaning));
    match year.filter(|year| far(year) && before != Some(year)) {
        None => Ok(()),
        Some(year) => Err(WorkbenchError::YearFarFromPlan { year: year.text.clone(), period: period(plan) }),
    }
}

/// The period of a plan in its own words.
fn period(plan: &Plan) -> String {
    format!("{}～{}", plan.first.text, plan.last.text)
}
