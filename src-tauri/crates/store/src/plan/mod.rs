//! Plans (計画): all but their nodes, which are in [`node`].

use std::collections::HashMap;

use domain::programme::{LifeWord, NodeId, Plan, PlanId};
use domain::value::{FiscalYear, Reckoning};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{Read, Write};
use crate::sql::{Json, meaning, written};
use crate::table::Table;
use crate::{evaluation, evaluator, group, level, list, node, predecessor, rate, schedule, vocabulary};

/// All plans, oldest first, without their nodes.
pub fn headers(r: &Read<'_>) -> Result<Vec<Plan>> {
    some(r, None)
}

/// One plan without its nodes.
pub fn header(r: &Read<'_>, id: PlanId) -> Result<Option<Plan>> {
    some(r, Some(id.0)).map(list::first)
}

/// The last year with an evaluation, plan by plan; a plan without any is not among them.
pub fn last_judged(r: &Read<'_>) -> Result<HashMap<PlanId, FiscalYear>> {
    evaluation::last_years(r)
}

/// How the plan of a row counts its years: of a plan, a node, an indicator or a table of effects. The
/// usual reckoning where no plan stands above, as above the city's finances.
pub fn reckoning(r: &Read<'_>, table: Table, id: i64) -> Result<Reckoning> {
    let of = named_params! { ":table": table.name(), ":id": id };
    let last: Option<String> = r.one(include_str!("last_year.sql"), of, |row| row.get("last_text"))?;
    Ok(last.map_or(Reckoning::USUAL, |last| Reckoning::of_words(&last)))
}

/// The own words of the plan of a node for what becomes of its items; none where it has the usual ones.
pub fn life_words(r: &Read<'_>, node: NodeId) -> Result<Vec<LifeWord>> {
    let of = named_params! { ":id": node.0 };
    let found = r.one(include_str!("life_words.sql"), of, |row| Ok(row.get::<Json<_>>("life_words")?.0))?;
    Ok(found.unwrap_or_default())
}

/// One plan with its nodes.
pub fn read(r: &Read<'_>, id: PlanId) -> Result<Option<Plan>> {
    let _steady = r.steady()?;
    let Some(mut plan) = header(r, id)? else {
        return Ok(None);
    };
    plan.nodes = node::of_plan(r, id, None)?;
    Ok(Some(plan))
}

fn some(r: &Read<'_>, id: Option<i64>) -> Result<Vec<Plan>> {
    let _steady = r.steady()?;
    let mut levels = level::list(r, id)?;
    let mut predecessors = predecessor::list(r, id)?;
    let mut vocabularies = vocabulary::list(r, id)?;
    let mut evaluators = evaluator::list(r, id)?;
    let mut rates = rate::list(r, id)?;
    let mut groups = group::list(r, id)?;
    let mut schedules = schedule::list(r, id)?;
    list::all_or_one(r, include_str!("list.sql"), id, |row| {
        let id = row.get("id")?;
        Ok(Plan {
            id: PlanId(id),
            name: row.get("name")?,
            first: written(row, "first_text", "first_meaning")?,
            last: written(row, "last_text", "last_meaning")?,
            levels: list::taken(&mut levels, id),
            evaluation_level: row.get("evaluation_level")?,
            predecessors: list::taken(&mut predecessors, id),
            related: row.get::<Json<_>>("related")?.0,
            demands: row.get::<Json<_>>("demands")?.0,
            life_words: row.get::<Json<_>>("life_words")?.0,
            note: row.get("note")?,
            vocabularies: list::taken(&mut vocabularies, id),
            evaluators: list::taken(&mut evaluators, id),
            rates: list::taken(&mut rates, id),
            groups: list::taken(&mut groups, id),
            schedules: list::taken(&mut schedules, id),
            nodes: Vec::new(),
        })
    })
}

/// Writes everything of a plan but its nodes; a new plan comes last.
///
/// What is no longer in the plan goes with what hangs on it: the lanes of a schedule, the
/// evaluations of a vocabulary or an evaluator, the part of a term in a rate. The word of a removed
/// term stays.
pub fn save(w: &Write<'_>, plan: &Plan) -> Result<()> {
    save_at(w, plan, None)
}

pub(crate) fn save_at(w: &Write<'_>, plan: &Plan, position: Option<i64>) -> Result<()> {
    w.run(
        include_str!("save.sql"),
        named_params! {
            ":id": plan.id.0,
            ":position": position,
            ":name": plan.name,
            ":first_text": plan.first.text,
            ":first_meaning": meaning(&plan.first),
            ":last_text": plan.last.text,
            ":last_meaning": meaning(&plan.last),
            ":evaluation_level": plan.evaluation_level,
            ":related": Json(&plan.related),
            ":demands": Json(&plan.demands),
            ":life_words": Json(&plan.life_words),
            ":note": plan.note,
        },
    )?;
    level::save(w, plan.id, &plan.levels)?;
    predecessor::save(w, plan.id, &plan.predecessors)?;
    vocabulary::save(w, plan.id, &plan.vocabularies)?;
    evaluator::save(w, plan.id, &plan.evaluators)?;
    rate::save(w, plan.id, &plan.rates)?;
    group::save(w, plan.id, &plan.groups)?;
    schedule::save(w, plan.id, &plan.schedules)
}

/// Removes a plan with everything that is its own: nodes, indicators, effects, papers.
pub fn remove(w: &Write<'_>, id: PlanId) -> Result<()> {
    list::remove(w, include_str!("remove.sql"), id.0)
}

/// Puts the plans named first, in the order given.
pub fn reorder(w: &Write<'_>, order: &[PlanId]) -> Result<()> {
    list::reorder(w, include_str!("order.sql"), include_str!("place.sql"), order.iter().map(|id| id.0))
}

pub(crate) fn prune(w: &Write<'_>, keep: &[Plan]) -> Result<()> {
    list::prune_all(w, include_str!("prune.sql"), keep.iter().map(|plan| plan.id.0))
}
