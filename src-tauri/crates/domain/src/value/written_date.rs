//! The moment a value or a schedule speaks of (時点), and dates in Japanese writing.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fiscal_year::FiscalYear;

/// The moment something is valid for (時点), as finely as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AsOf {
    /// One day: `H28.4.1`, `令和3年3月31日`.
    Day {
        /// The day.
        date: NaiveDate,
    },
    /// A calendar month: `R5.3`.
    Month {
        /// Western calendar year.
        year: i32,
        /// 1 to 12.
        month: u32,
    },
    /// A calendar year: `令和5年`.
    Year {
        /// Western calendar year.
        year: i32,
    },
    /// A fiscal year or its settlement: `令和3年度`, `27決算`.
    FiscalYear {
        /// The fiscal year.
        year: FiscalYear,
    },
    /// The end of a fiscal year: `27年度末`.
    FiscalYearEnd {
        /// The fiscal year.
        year: FiscalYear,
    },
}
