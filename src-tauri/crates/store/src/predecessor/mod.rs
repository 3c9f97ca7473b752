//! The plans that a plan continues.

use domain::programme::PlanId;
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;

pub(crate) fn list(r: &Read<'_>, plan: Option<i64>) -> Result<ByOwner<PlanId>> {
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": plan }, |row| Ok(PlanId(row.get("predecessor_id")?)))
}

pub(crate) fn save(w: &Write<'_>, plan: PlanId, predecessors: &[PlanId]) -> Result<()> {
    list::shorten(w, include_str!("prune.sql"), plan.0, predecessors.len())?;
    for (position, predecessor) in list::positions(predecessors) {
        w.run(
            include_str!("save.sql"),
            named_params! { ":plan_id": plan.0, ":position": position, ":predecessor_id": predecessor.0 },
        )?;
    }
    Ok(())
}
