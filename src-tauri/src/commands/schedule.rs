//! Schedule bars.

use domain::programme::{NodeId, PlanId};
use serde::Deserialize;
use ts_rs::TS;
use workbench::schedule::{self, ScheduleEdit};
use workbench::view::{self, ScheduleView, Shown};

use super::{Result, write};
use crate::desk::Desk;
use crate::ipc::Done;

/// A change to the schedule of an item.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ScheduleRequest {
    /// The item.
    pub node: NodeId,
    /// The change.
    pub edit: ScheduleEdit,
}

/// Which schedule of a plan to show.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ScheduleLook {
    /// The plan.
    pub plan: PlanId,
    /// The schedule shown and the one to compare.
    pub shown: Shown,
}

/// A schedule of a plan, and what it is compared with.
pub fn schedule_view(desk: &Desk, request: ScheduleLook) -> Result<ScheduleView> {
    desk.with(|workbench| view::schedule(workbench, request.plan, request.shown))
}

/// Lanes and bars of an item.
pub fn schedule_edit(desk: &Desk, request: ScheduleRequest) -> Result<Done<Option<i64>>> {
    write(desk, |workbench, by| schedule::edit(workbench, by, request.node, &request.edit))
}
