//! Evaluators of a plan, first evaluator first.

use domain::programme::{Evaluator, EvaluatorId, PlanId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;

pub(crate) fn list(r: &Read<'_>, plan: Option<i64>) -> Result<ByOwner<Evaluator>> {
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": plan }, |row| {
        Ok(Evaluator { id: EvaluatorId(row.get("id")?), name: row.get("name")? })
    })
}

pub(crate) fn save(w: &Write<'_>, plan: PlanId, evaluators: &[Evaluator]) -> Result<()> {
    for (position, evaluator) in list::positions(evaluators) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":id": evaluator.id.0,
                ":plan_id": plan.0,
                ":position": position,
                ":name": evaluator.name,
            },
        )?;
    }
    list::prune(w, include_str!("prune.sql"), plan.0, evaluators.iter().map(|evaluator| evaluator.id))
}
