//! Indicators of plans and nodes.

use domain::programme::{IndicatorId, PlanId};
use domain::value::fiscal_year::FiscalYear;
use serde::Deserialize;
use ts_rs::TS;
use workbench::indicator::{self, IndicatorCell};
use workbench::view::{self, IndicatorsView};

use super::fiscal::this_year;
use super::{Result, change};
use crate::desk::Desk;
use crate::ipc::{Done, Nothing};

/// Which indicators are asked for.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct IndicatorsRequest {
    /// The plan.
    pub plan: PlanId,
    /// First year column, when earlier than the first of plan and figures.
    #[serde(default)]
    #[ts(optional)]
    pub first: Option<FiscalYear>,
}

/// Cells of the table of indicators.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IndicatorCells {
    /// The cells.
    pub edits: Vec<IndicatorCell>,
}

/// An indicator and its place among those of the same node or plan, from 0.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct IndicatorPlacement {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The place.
    pub position: u32,
}

/// The indicators of a plan and of its nodes.
pub fn indicators_view(desk: &Desk, request: IndicatorsRequest) -> Result<IndicatorsView> {
    let year = this_year()?;
    desk.with(|workbench| view::indicators(workbench, &desk.texts, request.plan, year, request.first))
}

/// Cells of the table of indicators.
pub fn indicator_cells_set(desk: &Desk, request: IndicatorCells) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| indicator::set(workbench, by, &request.edits))
}

/// An indicator to another place.
pub fn indicator_place(desk: &Desk, request: IndicatorPlacement) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| indicator::place(workbench, by, request.indicator, request.position))
}
