//! Schedules: baselines, lanes, bars.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{BarId, LaneId, ScheduleId};
use crate::value::fiscal_year::FiscalYear;
use crate::value::quantity::Quantity;
use crate::value::written::Written;
use crate::value::written_date::AsOf;

/// One schedule of a plan (年度スケジュール) with an as-of of its own, that is one baseline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// Identity within the file.
    pub id: ScheduleId,
    /// Name as printed: 年度スケジュール.
    pub name: String,
    /// As-of as printed: R5.3時点想定.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub as_of: Option<Written<AsOf>>,
    /// First year column.
    pub first: FiscalYear,
    /// Last year column.
    pub last: FiscalYear,
}

/// A lane (取組項目) of an item in one schedule; it may have no bar at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Lane {
    /// Identity within the file.
    pub id: LaneId,
    /// The schedule it belongs to.
    pub schedule: ScheduleId,
    /// Name as printed.
    pub title: String,
    /// Bars from left to right.
    #[serde(default)]
    pub bars: Vec<Bar>,
}

/// A bar over one or more fiscal years, carrying words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Bar {
    /// Identity within the file.
    pub id: BarId,
    /// First year covered.
    pub first: FiscalYear,
    /// Last year covered.
    pub last: FiscalYear,
    /// Words as printed: 検討・策定.
    #[serde(default)]
    pub words: String,
    /// Amount printed with the words: 実施 △10,500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub amount: Option<Written<Quantity>>,
    /// Printed as 「→」: as in the year before.
    #[serde(default)]
    pub as_before: bool,
    /// Month of the first year in which the step begins (1–12), when given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub first_month: Option<u8>,
    /// Month of the last year in which the step is due (1–12), when given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub last_month: Option<u8>,
    /// How many lanes the bar runs over, downwards from its own.
    #[serde(default = "one")]
    pub lanes: u8,
}

/// Whether the words of a bar are only the arrow that stands for "as in the year before".
pub fn says_as_before(words: &str) -> bool {
    matches!(words.trim(), "→" | "⇒" | "➡" | "⟶" | "->")
}

fn one() -> u8 {
    1
}
