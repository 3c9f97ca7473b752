//! Evaluators: 所管課(自己), 本部(2次), 委員会.

use domain::programme::{Evaluator, EvaluatorId, Plan, PlanId, uses};
use serde::{Deserialize, Serialize};
use store::{Outcome, Table};
use ts_rs::TS;

use super::{Setting, change, free_name, moved, step, unless_used};
use crate::error::Thing;
use crate::file::Found;
use crate::texts::keys;
use crate::{By, Result, Workbench, words};

/// One change to the evaluators of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EvaluatorEdit {
    /// A new evaluator, last.
    Add {
        /// The name.
        name: String,
    },
    /// An evaluator's name.
    Rename {
        /// Which.
        evaluator: EvaluatorId,
        /// The name.
        name: String,
    },
    /// An evaluator to another place.
    Move {
        /// Which.
        evaluator: EvaluatorId,
        /// The place from 0; larger means last.
        position: u32,
    },
    /// An evaluator away; refused when judgements of this one are there.
    Remove {
        /// Which.
        evaluator: EvaluatorId,
    },
}

/// Changes the evaluators of a plan as one step.
pub fn edit(workbench: &mut Workbench, by: &By, plan: PlanId, edit: &EvaluatorEdit) -> Result<Outcome<()>> {
    change(workbench, by, plan, |r, plan| {
        let op = match edit {
            EvaluatorEdit::Add { name } => {
                let name = words::name(name)?;
                free_name(&name, plan.evaluators.iter().map(|one| one.name.as_str()))?;
                let id = EvaluatorId(store::next_id(r, Table::Evaluator)?);
                plan.evaluators.push(Evaluator { id, name: name.clone() });
                step(Setting::AddEvaluator, name)
            }
            EvaluatorEdit::Rename { evaluator, name } => {
                let at = at(plan, *evaluator)?;
                let name = words::name(name)?;
                let others = plan.evaluators.iter().filter(|other| other.id != *evaluator);
                free_name(&name, others.map(|one| one.name.as_str()))?;
                plan.evaluators[at].name = name.clone();
                step(Setting::RenameEvaluator, name)
            }
            EvaluatorEdit::Move { evaluator, position } => {
                let from = at(plan, *evaluator)?;
                let name = plan.evaluators[from].name.clone();
                moved(&mut plan.evaluators, from, *position);
                step(Setting::MoveEvaluator, name)
            }
            EvaluatorEdit::Remove { evaluator } => {
                let at = at(plan, *evaluator)?;
                let name = plan.evaluators[at].name.clone();
                let uses = uses::evaluator_uses(plan, *evaluator);
                unless_used(Thing::Evaluator, &name, uses, keys::WAY_EVALUATOR)?;
                plan.evaluators.remove(at);
                step(Setting::RemoveEvaluator, name)
            }
        };
        Ok((op, ()))
    })
}

fn at(plan: &Plan, id: EvaluatorId) -> Result<usize> {
    plan.evaluators.iter().position(|one| one.id == id).found(Thing::Evaluator, id.0)
}
