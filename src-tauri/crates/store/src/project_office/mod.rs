//! Offices of the projects in their order.

use domain::programme::{OfficeId, ProjectId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::node::Of;

pub(crate) fn list(r: &Read<'_>, of: Of) -> Result<ByOwner<OfficeId>> {
    let (sql, id) = of.pick(include_str!("of_node.sql"), include_str!("of_plan.sql"));
    r.by_owner(sql, named_params! { ":id": id }, |row| Ok(OfficeId(row.get("office_id")?)))
}

pub(crate) fn save(w: &Write<'_>, project: ProjectId, offices: &[OfficeId]) -> Result<()> {
    list::shorten(w, include_str!("prune.sql"), project.0, offices.len())?;
    for (position, office) in list::positions(offices) {
        w.run(
            include_str!("save.sql"),
            named_params! { ":project_id": project.0, ":position": position, ":office_id": office.0 },
        )?;
    }
    Ok(())
}
