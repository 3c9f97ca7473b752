//! What goes away with a node, counted in the file.

use domain::programme::{NodeId, ScheduleId};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::handles::Read;

/// How much hangs on a node and the nodes below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GoesWith {
    /// Nodes below it.
    pub below: u32,
    /// Texts that are not empty.
    pub sections: u32,
    /// Lanes of the schedule asked for, that in force.
    pub lanes: u32,
    /// Lanes of other schedules, earlier ones.
    pub earlier_lanes: u32,
    /// Yearly records with something in them.
    pub records: u32,
    /// Projects.
    pub projects: u32,
    /// Indicators.
    pub indicators: u32,
    /// Charts that show nothing but those indicators.
    pub charts: u32,
    /// Rows of effects that stay, and name no item any more.
    pub effect_rows: u32,
    /// Nodes elsewhere that continue one of these or name it in their life: they stay without it.
    pub referring: u32,
}

/// Counts what hangs on a node and the nodes below it; `schedule` is the one in force.
pub fn goes_with(r: &Read<'_>, id: NodeId, schedule: Option<ScheduleId>) -> Result<Option<GoesWith>> {
    let schedule = schedule.map(|schedule| schedule.0);
    r.one(include_str!("goes_with.sql"), named_params! { ":id": id.0, ":schedule": schedule }, |row| {
        Ok(GoesWith {
            below: row.get("below")?,
            sections: row.get("sections")?,
            lanes: row.get("lanes")?,
            earlier_lanes: row.get("earlier_lanes")?,
            records: row.get("records")?,
            projects: row.get("projects")?,
            indicators: row.get("indicators")?,
            charts: row.get("charts")?,
            effect_rows: row.get("effect_rows")?,
            referring: row.get("referring")?,
        })
    })
}
