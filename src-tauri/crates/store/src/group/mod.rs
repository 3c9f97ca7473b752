//! Groups of a plan beside its hierarchy.

use domain::programme::{Group, GroupId, PlanId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;

pub(crate) fn list(r: &Read<'_>, plan: Option<i64>) -> Result<ByOwner<Group>> {
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": plan }, |row| {
        Ok(Group { id: GroupId(row.get("id")?), name: row.get("name")?, description: row.get("description")? })
    })
}

pub(crate) fn save(w: &Write<'_>, plan: PlanId, groups: &[Group]) -> Result<()> {
    for (position, group) in list::positions(groups) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":id": group.id.0,
                ":plan_id": plan.0,
                ":position": position,
                ":name": group.name,
                ":description": group.description,
            },
        )?;
    }
    list::prune(w, include_str!("prune.sql"), plan.0, groups.iter().map(|group| group.id))
}
