//! Fiscal series: a table with one row per indicator, year and kind.

mod cell;
pub(crate) mod columns;
mod misspelling;
mod read;
mod target;

use domain::programme::Slot;
use domain::value::{AsOf, Figure, FiscalYear, Target, Written};
use serde::Serialize;
use ts_rs::TS;

pub use read::read_fiscal;

/// What a table of fiscal series holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct FiscalDraft {
    /// The indicators in the order in which they first appear.
    pub indicators: Vec<IndicatorDraft>,
}

/// An indicator with its values and targets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IndicatorDraft {
    /// Name as written, outer blanks apart: 経常収支比率.
    pub name: String,
    /// Unit as written in the first row that has one; "" where there is none.
    pub unit: String,
    /// The most digits after the point among its values.
    pub decimals: u8,
    /// Values in the order of the rows, at most one per year and slot.
    pub observations: Vec<ObservationDraft>,
    /// Targets in the order of the rows.
    pub targets: Vec<TargetDraft>,
}

/// One value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ObservationDraft {
    /// The row as Excel counts.
    pub line: u32,
    /// The fiscal year of the row.
    pub year: FiscalYear,
    /// Actual or plan, by the 区分 of the row.
    pub slot: Slot,
    /// The words of the row (原文, else 値) and the value understood.
    pub figure: Figure,
}

/// One target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TargetDraft {
    /// The row as Excel counts.
    pub line: u32,
    /// The year it is for, as written.
    pub year: Written<FiscalYear>,
    /// The words of the target without its moment, and the bound understood: 95.0%以下.
    pub target: Written<Target>,
    /// The moment it speaks of, where one stood in brackets behind it: 27年度末.
    pub as_of: Option<Written<AsOf>>,
}
