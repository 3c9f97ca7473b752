//! Lanes (取組項目) of the nodes in all schedules.

use domain::programme::{Lane, LaneId, NodeId, ScheduleId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::node::Of;
use crate::{bar, list};

pub(crate) fn list(r: &Read<'_>, of: Of) -> Result<ByOwner<Lane>> {
    let mut bars = bar::list(r, of)?;
    let (sql, id) = of.pick(include_str!("of_node.sql"), include_str!("of_plan.sql"));
    r.by_owner(sql, named_params! { ":id": id }, |row| {
        let id = row.get("id")?;
        Ok(Lane {
            id: LaneId(id),
            schedule: ScheduleId(row.get("schedule_id")?),
            title: row.get("title")?,
            bars: list::taken(&mut bars, id),
        })
    })
}

pub(crate) fn save(w: &Write<'_>, node: NodeId, lanes: &[Lane]) -> Result<()> {
    for (position, lane) in list::positions(lanes) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":id": lane.id.0,
                ":node_id": node.0,
                ":position": position,
                ":schedule_id": lane.schedule.0,
                ":title": lane.title,
            },
        )?;
        bar::save(w, lane.id, &lane.bars)?;
    }
    list::prune(w, include_str!("prune.sql"), node.0, lanes.iter().map(|lane| lane.id))
}
