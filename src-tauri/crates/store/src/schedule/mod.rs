//! Schedules (年度スケジュール) of a plan, the oldest baseline first.

use domain::programme::{PlanId, Schedule, ScheduleId};
use domain::value::quantity::Unit;
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::sql::{Year, maybe_written, meaning, text};

pub(crate) fn list(r: &Read<'_>, plan: Option<i64>) -> Result<ByOwner<Schedule>> {
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": plan }, |row| {
        Ok(Schedule {
            id: ScheduleId(row.get("id")?),
            name: row.get("name")?,
            as_of: maybe_written(row, "as_of_text", "as_of_meaning")?,
            first: row.get::<Year>("first_year")?.0,
            last: row.get::<Year>("last_year")?.0,
            unit: Unit::new(row.get::<String>("unit")?),
        })
    })
}

pub(crate) fn save(w: &Write<'_>, plan: PlanId, schedules: &[Schedule]) -> Result<()> {
    for (position, schedule) in list::positions(schedules) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":id": schedule.id.0,
                ":plan_id": plan.0,
                ":position": position,
                ":name": schedule.name,
                ":as_of_text": text(schedule.as_of.as_ref()),
                ":as_of_meaning": schedule.as_of.as_ref().and_then(meaning),
                ":first_year": Year(schedule.first),
                ":last_year": Year(schedule.last),
                ":unit": schedule.unit.as_str(),
            },
        )?;
    }
    list::prune(w, include_str!("prune.sql"), plan.0, schedules.iter().map(|schedule| schedule.id))
}
