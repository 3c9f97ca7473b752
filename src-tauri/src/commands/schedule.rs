//! Schedule bars.

use domain::programme::NodeId;
use serde::Deserialize;
use ts_rs::TS;
use workbench::schedule::{self, ScheduleEdit};
use workbench::view::{self, ScheduleView};

use super::plan::OfPlan;
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

/// The schedule in force of a plan.
pub fn schedule_view(desk: &Desk, request: OfPlan) -> Result<ScheduleView> {
    desk.with(|workbench| view::schedule(workbench, request.plan))
}

/// Lanes and bars of an item.
pub fn schedule_edit(desk: &Desk, request: ScheduleRequest) -> Result<Done<Option<i64>>> {
    write(desk, |workbench, by| schedule::edit(workbench, by, request.node, &request.edit))
}
