//! Tallies.

use domain::programme::PlanId;
use domain::value::fiscal_year::FiscalYear;
use serde::Deserialize;
use ts_rs::TS;
use workbench::view::{self, TallyView};

use super::Result;
use crate::desk::Desk;

/// A plan in one year, broken down by the nodes of a level.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct TallyRequest {
    /// The plan.
    pub plan: PlanId,
    /// The year.
    pub year: FiscalYear,
    /// The level, 0 for the top.
    pub level: u8,
}

/// The tally of a year.
pub fn tally_view(desk: &Desk, request: TallyRequest) -> Result<TallyView> {
    desk.with(|workbench| view::tally(workbench, &desk.texts, request.plan, request.year, request.level))
}
