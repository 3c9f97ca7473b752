//! A plan's own data: name, years, note, related plans, levels; the list of plans.

use domain::programme::uses::{self, Uses};
use domain::programme::{Demand, DemandedField, Level, LifeWord, Plan, PlanId};
use serde::{Deserialize, Serialize};
use store::Outcome;
use ts_rs::TS;

use super::{Setting, change, fiscal_year, free_name, step, unless_lost, unless_used};
use crate::error::Thing;
use crate::file::Found;
use crate::plan::{LIFE_CYCLES, life};
use crate::texts::{Texts, keys};
use crate::{By, Op, Result, Workbench, WorkbenchError, words};

/// One change to a plan's own data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlanEdit {
    /// Its name.
    Name {
        /// As printed.
        text: String,
    },
    /// Its period, in the words of the plan.
    Years {
        /// First year.
        first: String,
        /// Last year.
        last: String,
    },
    /// Its note.
    Note {
        /// As printed.
        text: String,
    },
    /// Other plans it refers to.
    Related {
        /// One on each line.
        text: String,
    },
    /// Whether a field of every item has to be filled in.
    Demand {
        /// The field.
        field: DemandedField,
        /// It has to be, or need not; none for what is usual.
        #[ts(optional)]
        demanded: Option<bool>,
    },
    /// Plans it continues.
    Predecessors {
        /// In order.
        plans: Vec<PlanId>,
    },
    /// The level that carries records and evaluations.
    EvaluationLevel {
        /// From 0 at the top.
        level: u8,
    },
    /// A new level.
    AddLevel {
        /// Its place from 0; larger means last.
        position: u8,
        /// Its name.
        name: String,
    },
    /// A level's name.
    RenameLevel {
        /// Which.
        level: u8,
        /// Its name.
        name: String,
    },
    /// A level away.
    RemoveLevel {
        /// Which.
        level: u8,
    },
}

/// Changes a plan's own data as one step. What lies outside of a shorter period, and records on a
/// level that no longer carries them, are asked about first.
pub fn edit(workbench: &mut Workbench, by: &By, id: PlanId, edit: &PlanEdit, anyway: bool) -> Result<Outcome<()>> {
    change(workbench, by, id, |r, plan| {
        let data = Op::EditPlan { plan: plan.name.clone() };
        let op = match edit {
            PlanEdit::Name { text } => {
                plan.name = words::name(text)?;
                data
            }
            PlanEdit::Years { first, last } => {
                set_years(plan, first, last, anyway)?;
                data
            }
            PlanEdit::Note { text } => {
                plan.note = words::text(text)?;
                data
            }
            PlanEdit::Related { text } => {
                let text = words::text(text)?;
                plan.related = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
                data
            }
            PlanEdit::Demand { field, demanded } => {
                plan.demands.retain(|demand| demand.field != *field);
                plan.demands.extend(demanded.map(|demanded| Demand { field: *field, demanded }));
                plan.demands.sort_by_key(|demand| demand.field);
                data
            }
            PlanEdit::Predecessors { plans } => {
                let known = store::plan::headers(r)?;
                plan.predecessors.clear();
                for former in plans {
                    known.iter().find(|one| one.id == *former).found(Thing::Plan, former.0)?;
                    if *former == id || plan.predecessors.contains(former) || continues(&known, *former, id) {
                        return Err(WorkbenchError::PlanInCircle);
                    }
                    plan.predecessors.push(*former);
                }
                data
            }
            PlanEdit::EvaluationLevel { level } => evaluate(plan, *level, anyway)?,
            PlanEdit::AddLevel { position, name } => add_level(plan, *position, name)?,
            PlanEdit::RenameLevel { level, name } => {
                let name = words::name(name)?;
                let others = plan.levels.iter().enumerate().filter(|(at, _)| *at != usize::from(*level));
                free_name(&name, others.map(|(_, level)| level.name.as_str()))?;
                plan.levels.get_mut(usize::from(*level)).found(Thing::Level, (*level).into())?.name = name.clone();
                step(Setting::RenameLevel, name)
            }
            PlanEdit::RemoveLevel { level } => remove_level(plan, *level)?,
        };
        Ok((op, ()))
    })
}

/// Gives what becomes of an item (区分) a word of the plan's own; "" or the usual word takes the usual one
/// back. Refused where another kind of the plan has that word.
pub fn name_life(workbench: &mut Workbench, by: &By, texts: &Texts, id: PlanId, own: &LifeWord) -> Result<Outcome<()>> {
    let LifeWord { kind, word } = own;
    let kind = *kind;
    change(workbench, by, id, |_, plan| {
        let usual = life::usual(texts, kind);
        let word = if word.trim().is_empty() { usual.clone() } else { words::name(word)? };
        let others = LIFE_CYCLES.iter().filter(|(other, _)| *other != kind);
        let others: Vec<String> = others.map(|(other, _)| life::word(texts, &plan.life_words, *other)).collect();
        free_name(&word, others.iter().map(String::as_str))?;
        plan.set_life_word(kind, (word != usual).then(|| word.clone()));
        Ok((step(Setting::NameLife, word), ()))
    })
}

/// Whether a plan continues another one, at once or by way of others.
fn continues(plans: &[Plan], plan: PlanId, former: PlanId) -> bool {
    let mut waiting = vec![plan];
    let mut seen = Vec::new();
    while let Some(next) = waiting.pop() {
        if seen.contains(&next) {
            continue;
        }
        seen.push(next);
        waiting.extend(plans.iter().filter(|one| one.id == next).flat_map(|one| one.predecessors.iter().copied()));
    }
    seen.contains(&former)
}

fn set_years(plan: &mut Plan, first: &str, last: &str, anyway: bool) -> Result<()> {
    let ((first, from), (last, to)) = (fiscal_year(first)?, fiscal_year(last)?);
    if from > to {
        return Err(WorkbenchError::YearsOutOfRange { first: from.year(), last: to.year() });
    }
    let before: Uses = uses::outside_period(plan);
    (plan.first, plan.last) = (first, last);
    let after = uses::outside_period(plan);
    // What lay outside before is no news.
    let news = if after.total() > before.total() { after } else { Uses::default() };
    unless_lost(anyway, Thing::Plan, &plan.name, news, keys::WAY_OUTSIDE_PERIOD)
}

fn evaluate(plan: &mut Plan, level: u8, anyway: bool) -> Result<Op> {
    let name = plan.levels.get(usize::from(level)).found(Thing::Level, level.into())?.name.clone();
    if level != plan.evaluation_level {
        let records = plan.items().map(|item| item.records.len()).sum();
        let before = plan.levels.get(usize::from(plan.evaluation_level)).map_or("", |level| level.name.as_str());
        let uses = Uses::of([(uses::Use::Records, records)]);
        unless_lost(anyway, Thing::Level, before, uses, keys::WAY_EVALUATION_LEVEL)?;
    }
    plan.evaluation_level = level;
    Ok(step(Setting::EvaluateLevel, name))
}

/// A level goes in where nothing stands on it or below it yet.
fn add_level(plan: &mut Plan, position: u8, name: &str) -> Result<Op> {
    let name = words::name(name)?;
    free_name(&name, plan.levels.iter().map(|level| level.name.as_str()))?;
    let count = plan.levels.len() + 1;
    if count > *Plan::LEVELS.end() {
        return Err(WorkbenchError::LevelCount { count });
    }
    let at = usize::from(position).min(plan.levels.len());
    if let Some(pushed) = plan.levels.get(at) {
        let level = u8::try_from(at).unwrap_or(u8::MAX);
        unless_used(Thing::Level, &pushed.name, uses::level_uses(plan, level), keys::WAY_LEVEL_BETWEEN)?;
        if plan.evaluation_level >= level {
            plan.evaluation_level += 1;
        }
    }
    plan.levels.insert(at, Level { name: name.clone() });
    Ok(step(Setting::AddLevel, name))
}

fn remove_level(plan: &mut Plan, level: u8) -> Result<Op> {
    let name = plan.levels.get(usize::from(level)).found(Thing::Level, level.into())?.name.clone();
    unless_used(Thing::Level, &name, uses::level_uses(plan, level), keys::WAY_LEVEL)?;
    let count = plan.levels.len() - 1;
    if count < *Plan::LEVELS.start() {
        return Err(WorkbenchError::LevelCount { count });
    }
    plan.levels.remove(usize::from(level));
    if plan.evaluation_level > level || usize::from(plan.evaluation_level) == count {
        plan.evaluation_level -= 1;
    }
    Ok(step(Setting::RemoveLevel, name))
}

/// Removes a plan with everything that is its own; asked first with what goes.
pub fn remove(workbench: &mut Workbench, by: &By, id: PlanId, anyway: bool) -> Result<Outcome<()>> {
    let read = workbench.read();
    let plan = store::plan::read(&read, id)?.found(Thing::Plan, id.0)?;
    let indicators = store::indicator::all(&read)?;
    let uses = uses::plan_uses(
        &plan,
        &store::plan::headers(&read)?,
        &indicators,
        &store::effect::all(&read)?,
        &store::meeting::all(&read)?,
    );
    unless_lost(anyway, Thing::Plan, &plan.name, uses, keys::WAY_PLAN)?;
    workbench.transact(by, &step(Setting::RemovePlan, plan.name.as_str()), |w| {
        crate::fiscal::leave_charts(w, |id| uses::belongs(&plan, &indicators, id))?;
        Ok(store::plan::remove(w, id)?)
    })
}

/// Moves a plan to another place in the list.
pub fn place(workbench: &mut Workbench, by: &By, id: PlanId, position: u32) -> Result<Outcome<()>> {
    let mut plans = store::plan::headers(&workbench.read())?;
    let from = plans.iter().position(|plan| plan.id == id).found(Thing::Plan, id.0)?;
    let name = plans[from].name.clone();
    super::moved(&mut plans, from, position);
    let order: Vec<PlanId> = plans.iter().map(|plan| plan.id).collect();
    workbench.transact(by, &step(Setting::MovePlan, name), |w| Ok(store::plan::reorder(w, &order)?))
}
