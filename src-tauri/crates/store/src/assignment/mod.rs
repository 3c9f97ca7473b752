//! Offices of the nodes (担当課・関連課) in their order.

use domain::programme::{Assignment, NodeId, OfficeId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::node::Of;
use crate::sql::{Word, Year, maybe_year};

pub(crate) fn list(r: &Read<'_>, of: Of) -> Result<ByOwner<Assignment>> {
    let (sql, id) = of.pick(include_str!("of_node.sql"), include_str!("of_plan.sql"));
    r.by_owner(sql, named_params! { ":id": id }, |row| {
        Ok(Assignment {
            office: OfficeId(row.get("office_id")?),
            responsibility: row.get::<Word<_>>("responsibility")?.0,
            since: maybe_year(row, "since")?,
            until: maybe_year(row, "until")?,
        })
    })
}

pub(crate) fn save(w: &Write<'_>, node: NodeId, assignments: &[Assignment]) -> Result<()> {
    for (position, assignment) in list::positions(assignments) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":node_id": node.0,
                ":office_id": assignment.office.0,
                ":position": position,
                ":responsibility": Word(assignment.responsibility),
                ":since": assignment.since.map(Year),
                ":until": assignment.until.map(Year),
            },
        )?;
    }
    list::prune(w, include_str!("prune.sql"), node.0, assignments.iter().map(|assignment| assignment.office))
}
