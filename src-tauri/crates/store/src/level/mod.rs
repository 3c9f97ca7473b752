//! The names of the levels of a plan.

use domain::programme::{Level, PlanId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;

pub(crate) fn list(r: &Read<'_>, plan: Option<i64>) -> Result<ByOwner<Level>> {
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": plan }, |row| Ok(Level { name: row.get("name")? }))
}

pub(crate) fn save(w: &Write<'_>, plan: PlanId, levels: &[Level]) -> Result<()> {
    list::shorten(w, include_str!("prune.sql"), plan.0, levels.len())?;
    for (position, level) in list::positions(levels) {
        w.run(
            include_str!("save.sql"),
            named_params! { ":plan_id": plan.0, ":position": position, ":name": level.name },
        )?;
    }
    Ok(())
}
