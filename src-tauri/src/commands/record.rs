//! Yearly records.

use domain::programme::PlanId;
use domain::value::fiscal_year::FiscalYear;
use serde::Deserialize;
use ts_rs::TS;
use workbench::record::{self, RecordEdit};
use workbench::view::{self, ProgressView};

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

/// Cells of yearly records.
pub fn record_set(desk: &Desk, request: RecordEdits) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| record::set(workbench, by, &request.edits))
}
