//! Formulas of 達成率 and 進捗率: which words count above the line and which below.

use domain::programme::{Plan, PlanId, Rate, RateId, TermId};
use serde::{Deserialize, Serialize};
use store::{Outcome, Table};
use ts_rs::TS;

use super::{Setting, change, free_name, moved, step};
use crate::error::Thing;
use crate::file::Found;
use crate::{By, Result, Workbench, words};

/// One change to the formulas of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RateEdit {
    /// A new formula, last, that counts by what the words say of themselves.
    Add {
        /// Its name: 達成率.
        name: String,
    },
    /// A formula as it is to be.
    Edit {
        /// With the identity it has.
        rate: Rate,
    },
    /// A formula to another place.
    Move {
        /// Which.
        rate: RateId,
        /// The place from 0; larger means last.
        position: u32,
    },
    /// A formula away.
    Remove {
        /// Which.
        rate: RateId,
    },
}

/// Changes the formulas of a plan as one step.
pub fn edit(workbench: &mut Workbench, by: &By, plan: PlanId, edit: &RateEdit) -> Result<Outcome<()>> {
    change(workbench, by, plan, |r, plan| {
        let op = match edit {
            RateEdit::Add { name } => {
                let name = words::name(name)?;
                free_name(&name, plan.rates.iter().map(|rate| rate.name.as_str()))?;
                plan.rates.push(usual(plan, RateId(store::next_id(r, Table::Rate)?), name.clone()));
                step(Setting::AddRate, name)
            }
            RateEdit::Edit { rate } => {
                let at = at(plan, rate.id)?;
                let rate = checked(plan, rate)?;
                let name = rate.name.clone();
                plan.rates[at] = rate;
                step(Setting::EditRate, name)
            }
            RateEdit::Move { rate, position } => {
                let from = at(plan, *rate)?;
                let name = plan.rates[from].name.clone();
                moved(&mut plan.rates, from, *position);
                step(Setting::MoveRate, name)
            }
            RateEdit::Remove { rate } => {
                let at = at(plan, *rate)?;
                step(Setting::RemoveRate, plan.rates.remove(at).name)
            }
        };
        Ok((op, ()))
    })
}

fn at(plan: &Plan, id: RateId) -> Result<usize> {
    plan.rates.iter().position(|rate| rate.id == id).found(Thing::Rate, id.0)
}

/// The formula a person starts from: of the first axis, achieved terms over counted ones.
fn usual(plan: &Plan, id: RateId, name: String) -> Rate {
    let axis = plan.vocabularies.first().map(|vocabulary| vocabulary.axis.as_str());
    let terms = || plan.vocabularies.iter().filter(|one| Some(one.axis.as_str()) == axis).flat_map(|one| &one.terms);
    Rate {
        id,
        name,
        formula: String::new(),
        evaluator: None,
        numerator: terms().filter(|term| term.achieved && term.counted).map(|term| term.id).collect(),
        denominator: terms().filter(|term| term.counted).map(|term| term.id).collect(),
        unjudged: false,
    }
}

fn checked(plan: &Plan, rate: &Rate) -> Result<Rate> {
    let name = words::name(&rate.name)?;
    free_name(&name, plan.rates.iter().filter(|other| other.id != rate.id).map(|other| other.name.as_str()))?;
    if let Some(evaluator) = rate.evaluator {
        plan.evaluators.iter().find(|one| one.id == evaluator).found(Thing::Evaluator, evaluator.0)?;
    }
    Ok(Rate {
        id: rate.id,
        name,
        formula: words::text(&rate.formula)?,
        evaluator: rate.evaluator,
        numerator: in_order(plan, &rate.numerator)?,
        denominator: in_order(plan, &rate.denominator)?,
        unjudged: rate.unjudged,
    })
}

/// Terms of the plan in its own order, each once.
fn in_order(plan: &Plan, wanted: &[TermId]) -> Result<Vec<TermId>> {
    let all = || plan.vocabularies.iter().flat_map(|vocabulary| &vocabulary.terms);
    for term in wanted {
        all().find(|known| known.id == *term).found(Thing::Term, term.0)?;
    }
    Ok(all().map(|term| term.id).filter(|id| wanted.contains(id)).collect())
}
