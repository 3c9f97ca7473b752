//! Schedules: baselines, lanes, bars.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{BarId, LaneId, ScheduleId};
use crate::value::fiscal_year::FiscalYear;
use crate::value::quantity::{Quantity, Unit};
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
    /// Unit of the amounts on its bars (千円), for those that are written without one; blank for none.
    #[serde(default)]
    pub unit: Unit,
}

impl Schedule {
    /// The year columns, from the first to the last.
    pub fn years(&self) -> Vec<FiscalYear> {
        std::iter::successors(Some(self.first), |year| year.next()).take_while(|year| *year <= self.last).collect()
    }
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
    /// Printed as words alone, without an arrow.
    #[serde(default)]
    pub words_only: bool,
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

/// The months of a bar, as far as they are given (1–12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Months {
    /// A step of one month: 9月.
    One(u8),
    /// From one month to another of the same fiscal year: 9～12月.
    Within(u8, u8),
    /// From a month of the first year to a month of a later one: 9月～3月.
    Across(u8, u8),
    /// Only its beginning: 9月～.
    From(u8),
    /// Only its end: ～9月.
    Until(u8),
}

impl Bar {
    /// The amount as it is printed on a bar of a schedule with this unit, which an amount written
    /// without a unit of its own takes over: △10,500千円. An amount that is not understood stands as
    /// written. `None` for a bar without an amount.
    pub fn printed_amount(&self, unit: &Unit) -> Option<String> {
        let amount = self.amount.as_ref()?;
        let bare = amount.meaning.as_ref().is_some_and(|quantity| quantity.unit.is_none());
        Some(if bare { format!("{}{unit}", amount.text) } else { amount.text.clone() })
    }

    /// The months in which the step begins and is due; `None` when neither is given.
    pub fn months(&self) -> Option<Months> {
        Some(match (self.first_month, self.last_month) {
            (Some(first), Some(last)) if self.first != self.last => Months::Across(first, last),
            (Some(first), Some(last)) if first == last => Months::One(first),
            (Some(first), Some(last)) => Months::Within(first, last),
            (Some(first), None) => Months::From(first),
            (None, Some(last)) => Months::Until(last),
            (None, None) => return None,
        })
    }
}

/// Whether the words of a bar are only the arrow that stands for "as in the year before".
pub fn says_as_before(words: &str) -> bool {
    matches!(words.trim(), "→" | "⇒" | "➡" | "⟶" | "->")
}

fn one() -> u8 {
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(first: i32, last: i32) -> Bar {
        Bar {
            id: BarId(1),
            first: FiscalYear::new(first).expect("a year in range"),
            last: FiscalYear::new(last).expect("a year in range"),
            words: "実施".into(),
            amount: None,
            as_before: false,
            words_only: false,
            first_month: None,
            last_month: None,
            lanes: 1,
        }
    }

    #[test]
    fn months_are_told_as_far_as_they_are_given() {
        let of = |last, first_month, last_month| Bar { first_month, last_month, ..bar(2023, last) }.months();
        assert_eq!(of(2023, None, None), None);
        assert_eq!(of(2023, Some(9), Some(9)), Some(Months::One(9)));
        assert_eq!(of(2023, Some(9), Some(12)), Some(Months::Within(9, 12)));
        assert_eq!(of(2024, Some(9), Some(9)), Some(Months::Across(9, 9)), "a year lies between them");
        assert_eq!(of(2023, Some(9), None), Some(Months::From(9)));
        assert_eq!(of(2024, None, Some(9)), Some(Months::Until(9)));
    }

    #[test]
    fn an_amount_takes_the_unit_of_the_schedule_unless_it_has_its_own() {
        let of = |text: &str| Bar { amount: Some(Written::read(text)), ..bar(2023, 2023) };
        let unit = Unit::new("千円");
        for (written, printed) in [("△10,500", "△10,500千円"), ("3百万円", "3百万円"), ("約1割", "約1割")]
        {
            assert_eq!(of(written).printed_amount(&unit).as_deref(), Some(printed));
        }
        assert_eq!(of("△10,500").printed_amount(&Unit::default()).as_deref(), Some("△10,500"));
        assert_eq!(bar(2023, 2023).printed_amount(&unit), None);
    }
}
