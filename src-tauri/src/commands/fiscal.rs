//! Fiscal indicators.

use chrono::Datelike as _;
use domain::programme::IndicatorId;
use domain::value::fiscal_year::FiscalYear;
use serde::Deserialize;
use ts_rs::TS;
use workbench::WorkbenchError;
use workbench::fiscal::{self, FigureEdit, NewIndicator};
use workbench::view::{self, FiscalView};

use super::{Result, change, write};
use crate::desk::Desk;
use crate::ipc::{Done, Nothing};
use crate::journal;

/// Which years of the table of series are asked for.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct FiscalRequest {
    /// First year column; none begins with the first figure.
    #[serde(default)]
    #[ts(optional)]
    pub first: Option<FiscalYear>,
}

/// An indicator.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct OfIndicator {
    /// Which.
    pub indicator: IndicatorId,
}

/// New indicators, as one step.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NewIndicators {
    /// The indicators.
    pub indicators: Vec<NewIndicator>,
}

/// Cells of the table of series.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FigureEdits {
    /// The cells.
    pub edits: Vec<FigureEdit>,
}

/// A new name.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Rename {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Its name.
    pub name: String,
}

/// A target in its words.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TargetWords {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Which part.
    pub part: u8,
    /// The year in words; "" for the whole period.
    pub year: String,
    /// The target in words; "" takes it away.
    pub target: String,
}

/// The fiscal year of today.
pub(super) fn this_year() -> Result<FiscalYear> {
    let today = journal::now().date();
    let year = FiscalYear::of_date(today);
    Ok(year.ok_or(WorkbenchError::YearsOutOfRange { first: today.year(), last: today.year() })?)
}

/// The table of fiscal series.
pub fn fiscal_view(desk: &Desk, request: FiscalRequest) -> Result<FiscalView> {
    let year = this_year()?;
    desk.with(|workbench| view::fiscal(workbench, year, request.first))
}

/// Figures of indicators.
pub fn figure_set(desk: &Desk, request: FigureEdits) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| fiscal::set(workbench, by, &request.edits))
}

/// New indicators: fiscal, of a plan, or of a node.
pub fn indicators_add(desk: &Desk, request: NewIndicators) -> Result<Done<Vec<IndicatorId>>> {
    write(desk, |workbench, by| fiscal::add(workbench, by, &request.indicators))
}

/// An indicator's name.
pub fn indicator_rename(desk: &Desk, request: Rename) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| fiscal::rename(workbench, by, request.indicator, &request.name))
}

/// An indicator away.
pub fn indicator_remove(desk: &Desk, request: OfIndicator) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| fiscal::remove(workbench, by, request.indicator))
}

/// The final target of an indicator.
pub fn target_set(desk: &Desk, request: TargetWords) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| {
        fiscal::set_target(workbench, by, request.indicator, request.part, &request.year, &request.target)
    })
}
