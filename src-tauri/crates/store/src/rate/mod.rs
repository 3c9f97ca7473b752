//! Rates (達成率, 進捗率) of a plan.

use domain::programme::{EvaluatorId, PlanId, Rate, RateId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::rate_term::Side;
use crate::{list, rate_term};

pub(crate) fn list(r: &Read<'_>, plan: Option<i64>) -> Result<ByOwner<Rate>> {
    let (mut numerators, mut denominators) = rate_term::list(r, plan)?;
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": plan }, |row| {
        let id = row.get("id")?;
        Ok(Rate {
            id: RateId(id),
            name: row.get("name")?,
            formula: row.get("formula")?,
            evaluator: row.get::<Option<i64>>("evaluator_id")?.map(EvaluatorId),
            numerator: list::taken(&mut numerators, id),
            denominator: list::taken(&mut denominators, id),
            unjudged: row.get("unjudged")?,
        })
    })
}

pub(crate) fn save(w: &Write<'_>, plan: PlanId, rates: &[Rate]) -> Result<()> {
    for (position, rate) in list::positions(rates) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":id": rate.id.0,
                ":plan_id": plan.0,
                ":position": position,
                ":name": rate.name,
                ":formula": rate.formula,
                ":evaluator_id": rate.evaluator.map(|evaluator| evaluator.0),
                ":unjudged": rate.unjudged,
            },
        )?;
        rate_term::save(w, rate.id, Side::Numerator, &rate.numerator)?;
        rate_term::save(w, rate.id, Side::Denominator, &rate.denominator)?;
    }
    list::prune(w, include_str!("prune.sql"), plan.0, rates.iter().map(|rate| rate.id))
}
