//! Schedules (年度スケジュール) and their moments: R5.3時点想定.

use domain::programme::{BarId, LaneId, Plan, PlanId, Schedule, ScheduleId, uses};
use domain::value::quantity::Unit;
use domain::value::written::Written;
use domain::value::written_date::AsOf;
use serde::{Deserialize, Serialize};
use store::{Outcome, Read, Table};
use ts_rs::TS;

use super::{Setting, change, fiscal_year, step, unless_lost, unless_used, within};
use crate::error::Thing;
use crate::file::Found;
use crate::schedule::shown;
use crate::texts::keys;
use crate::{By, Op, Result, Workbench, WorkbenchError, words};

/// One change to the schedules of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BaselineEdit {
    /// A new schedule in force, with the lanes and bars of the one before.
    Renew {
        /// Its name as printed.
        name: String,
        /// Its moment as printed; "" when none is.
        as_of: String,
    },
    /// A schedule's name and moment.
    Name {
        /// Which.
        schedule: ScheduleId,
        /// Its name as printed.
        name: String,
        /// Its moment as printed; "" when none is.
        as_of: String,
    },
    /// A schedule's years.
    Years {
        /// Which.
        schedule: ScheduleId,
        /// First year in words.
        first: String,
        /// Last year in words.
        last: String,
    },
    /// The unit of the amounts on a schedule's bars.
    Unit {
        /// Which.
        schedule: ScheduleId,
        /// The unit (円, 千円, 百万円) of amounts written without one; "" when there is none.
        unit: String,
    },
    /// A schedule away with its lanes and bars; asked first when it has some.
    Remove {
        /// Which.
        schedule: ScheduleId,
    },
}

/// Changes the schedules of a plan as one step.
pub fn edit(
    workbench: &mut Workbench,
    by: &By,
    plan: PlanId,
    edit: &BaselineEdit,
    anyway: bool,
) -> Result<Outcome<()>> {
    change(workbench, by, plan, |r, plan| {
        let op = match edit {
            BaselineEdit::Renew { name, as_of } => renew(r, plan, name, as_of)?,
            BaselineEdit::Name { schedule, name, as_of } => {
                let at = at(plan, *schedule)?;
                plan.schedules[at].name = words::name(name)?;
                plan.schedules[at].as_of = moment(as_of)?;
                step(Setting::EditSchedulePeriod, shown(&plan.schedules[at]))
            }
            BaselineEdit::Years { schedule, first, last } => {
                let at = at(plan, *schedule)?;
                let ((_, first), (_, last)) = (fiscal_year(first)?, fiscal_year(last)?);
                if first > last {
                    return Err(WorkbenchError::YearsOutOfRange { first: first.year(), last: last.year() });
                }
                within(plan, first)?;
                within(plan, last)?;
                let name = shown(&plan.schedules[at]);
                let outside = uses::bars_outside(plan, *schedule, first, last);
                unless_used(Thing::Schedule, &name, outside, keys::WAY_SCHEDULE_YEARS)?;
                (plan.schedules[at].first, plan.schedules[at].last) = (first, last);
                step(Setting::EditSchedulePeriod, name)
            }
            BaselineEdit::Unit { schedule, unit } => {
                let at = at(plan, *schedule)?;
                plan.schedules[at].unit = Unit::new(words::text(unit)?);
                step(Setting::EditSchedulePeriod, shown(&plan.schedules[at]))
            }
            BaselineEdit::Remove { schedule } => {
                let at = at(plan, *schedule)?;
                let name = shown(&plan.schedules[at]);
                let uses = uses::schedule_uses(plan, *schedule);
                unless_lost(anyway, Thing::Schedule, &name, uses, keys::WAY_SCHEDULE)?;
                plan.schedules.remove(at);
                for node in &mut plan.nodes {
                    node.lanes.retain(|lane| lane.schedule != *schedule);
                }
                step(Setting::RemoveSchedule, name)
            }
        };
        Ok((op, ()))
    })
}

fn at(plan: &Plan, id: ScheduleId) -> Result<usize> {
    plan.schedules.iter().position(|one| one.id == id).found(Thing::Schedule, id.0)
}

fn moment(text: &str) -> Result<Option<Written<AsOf>>> {
    let text = words::text(text)?.replace('\n', " ");
    Ok((!text.is_empty()).then(|| Written::read(text)))
}

/// The new schedule runs over the years of the one before, the first one over those of the plan.
fn renew(r: &Read<'_>, plan: &mut Plan, name: &str, as_of: &str) -> Result<Op> {
    let id = ScheduleId(store::next_id(r, Table::Schedule)?);
    let before = plan.schedules.last().cloned();
    let years = plan.years();
    let (first, last) = match (&before, years.first(), years.last()) {
        (Some(before), ..) => (before.first, before.last),
        (None, Some(first), Some(last)) => (*first, *last),
        _ => {
            let text = plan.first.text.clone();
            return Err(WorkbenchError::NotUnderstood { text, expected: keys::EXPECTED_FISCAL_YEAR });
        }
    };
    let unit = before.as_ref().map(|before| before.unit.clone()).unwrap_or_default();
    let schedule = Schedule { id, name: words::name(name)?, as_of: moment(as_of)?, first, last, unit };
    let name = shown(&schedule);
    plan.schedules.push(schedule);
    if let Some(before) = before {
        let (mut lane_id, mut bar_id) = (store::next_id(r, Table::Lane)?, store::next_id(r, Table::Bar)?);
        for node in &mut plan.nodes {
            let copies: Vec<_> = node.lanes_of(before.id).cloned().collect();
            for mut lane in copies {
                lane.id = LaneId(lane_id);
                lane.schedule = id;
                lane_id += 1;
                for bar in &mut lane.bars {
                    bar.id = BarId(bar_id);
                    bar_id += 1;
                }
                node.lanes.push(lane);
            }
        }
    }
    Ok(step(Setting::AddSchedule, name))
}
