//! The moment a value or a schedule speaks of (時点), and dates in Japanese writing.

mod reading;

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use reading::read_with_kind;

use super::{
    era::Era,
    fiscal_year::{EraYear, FiscalYear},
};

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

impl AsOf {
    /// Understands a moment that names its era or western year: `H28.4.1`, `令和3年3月31日`,
    /// `2024/2/2`, `R5.3時点想定`, `令和5年度末`, `H27決算`. A year written in short form without
    /// 年 or 年度 (`R5`) is a fiscal year, as everywhere in the field.
    pub fn parse(text: &str) -> Option<Self> {
        read_with_kind(text, None).map(|(moment, _)| moment)
    }

    /// Like [`AsOf::parse`], and understands bare years (`27決算`, `27年度末`, `28.4.1`) as those
    /// nearest to the hint.
    pub fn parse_near(text: &str, hint: FiscalYear) -> Option<Self> {
        read_with_kind(text, Some(hint)).map(|(moment, _)| moment)
    }

    /// The last day of what is spoken of; sorts moments of different fineness.
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Day { date } => date,
            Self::Month { year, month } => last_of_month(year, month).unwrap_or_default(),
            Self::Year { year } => NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or_default(),
            Self::FiscalYear { year } | Self::FiscalYearEnd { year } => year.end(),
        }
    }
}

/// The last day of a month; `None` when there is no such month.
fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let (next_year, next_month) = if month == 12 { (year.checked_add(1)?, 1) } else { (year, month.checked_add(1)?) };
    NaiveDate::from_ymd_opt(next_year, next_month, 1)?.pred_opt()
}

/// A day in Japanese writing: `令和6年2月2日`, `令和元年5月1日`; before 明治 in western years.
pub fn format_date(date: NaiveDate) -> String {
    let year = Era::of_date(date)
        .and_then(|era| Some(EraYear { era, year: era.year_of(date.year())? }))
        .map_or_else(|| date.year().to_string(), |year| year.to_string());
    format!("{year}年{}月{}日", date.month(), date.day())
}

#[cfg(test)]
mod tests;
