//! Yearly records.

use domain::programme::{NodeId, PlanId};
use domain::value::fiscal_year::FiscalYear;
use serde::Deserialize;
use ts_rs::TS;
use workbench::record::{self, RecordEdit};
use workbench::view::{self, ProgressView, SomeRows};

use super::{Result, change};
use crate::desk::Desk;
use crate::ipc::{Done, Nothing};

/// A year of a plan.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ProgressRequest {
    /// The plan.
    pub plan: PlanId,
    /// The year.
    pub year: FiscalYear,
}

/// Some rows of a year of a plan.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RowsOfYear {
    /// The plan.
    pub plan: PlanId,
    /// The year.
    pub year: FiscalYear,
    /// The items whose rows are asked for.
    pub nodes: Vec<NodeId>,
}

/// Cells of the progress grid.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RecordEdits {
    /// The cells.
    pub edits: Vec<RecordEdit>,
}

/// The yearly records of a year.
pub fn progress_view(desk: &Desk, request: ProgressRequest) -> Result<ProgressView> {
    desk.with(|workbench| view::progress(workbench, request.plan, request.year))
}

/// Some rows of the yearly records of a year.
pub fn progress_rows(desk: &Desk, request: RowsOfYear) -> Result<SomeRows<ProgressView>> {
    desk.with(|workbench| view::progress_rows(workbench, request.plan, request.year, &request.nodes))
}

/// Cells of yearly records.
pub fn record_set(desk: &Desk, request: RecordEdits) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| record::set(workbench, by, &request.edits))
}
