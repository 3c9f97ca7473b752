//! The fiscal year (年度) and the ways it is written.

mod reading;

use std::fmt;

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use reading::{YearTerm, year_term};
pub use reading::{parse_fiscal_year, parse_fiscal_year_near};

use super::era::Era;

/// A fiscal year (年度), April to March, named by the western year of its April.
///
/// 令和元年度 and 平成31年度 are both `2019`. Serialised as that number; numbers outside
/// [`FiscalYear::FIRST`]`..=`[`FiscalYear::LAST`] are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(try_from = "i32", into = "i32")]
#[ts(type = "number")]
pub struct FiscalYear(#[schemars(range(min = 1868, max = 2200))] i32);

/// A number that is no fiscal year this program holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("fiscal year {year} is outside {}..={}", FiscalYear::FIRST, FiscalYear::LAST)]
pub struct YearOutOfRange {
    /// The number that was given.
    pub year: i32,
}

impl TryFrom<i32> for FiscalYear {
    type Error = YearOutOfRange;

    fn try_from(year: i32) -> Result<Self, Self::Error> {
        Self::new(year).ok_or(YearOutOfRange { year })
    }
}

impl From<FiscalYear> for i32 {
    fn from(year: FiscalYear) -> Self {
        year.0
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FiscalYear {
    /// The earliest fiscal year held: 明治元年度.
    pub const FIRST: i32 = 1868;
    /// The latest fiscal year held.
    pub const LAST: i32 = 2200;

    /// The fiscal year whose April lies in this western year; `None` outside the range.
    pub fn new(year: i32) -> Option<Self> {
        (Self::FIRST..=Self::LAST).contains(&year).then_some(Self(year))
    }

    /// The western year of its April.
    pub const fn year(self) -> i32 {
        self.0
    }

    /// The following fiscal year; `None` after the last one held.
    pub fn next(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }

    /// The fiscal year before; `None` before the first one held.
    pub fn previous(self) -> Option<Self> {
        Self::new(self.0 - 1)
    }

    /// The fiscal year a day lies in: January to March belong to the year before.
    pub fn of_date(date: NaiveDate) -> Option<Self> {
        Self::new(if date.month() < 4 { date.year() - 1 } else { date.year() })
    }

    /// Its first day, 1 April.
    pub fn start(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0, 4, 1).unwrap_or_default()
    }

    /// Its last day, 31 March of the following western year.
    pub fn end(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0 + 1, 3, 31).unwrap_or_default()
    }
}

impl FiscalYear {
    /// This year counted in an era, also beyond the era's end (2020 in 平成 is 平成32); `None`
    /// before the era's first year.
    pub fn in_era(self, era: Era) -> Option<EraYear> {
        era.year_of(self.0).map(|year| EraYear { era, year })
    }

    /// The era this year is usually printed in: the new one when the era changed within the year,
    /// so 2019 is 令和元年度. A change after New Year (平成元年1月) leaves the year to the old era.
    pub fn default_era(self) -> Era {
        Era::ALL.into_iter().rev().find(|era| self.0 >= era.first_year()).unwrap_or(Era::Meiji)
    }

    /// This year printed in its usual era.
    pub fn format(self, style: YearStyle) -> String {
        self.format_in_era(self.default_era(), style)
    }

    /// The years from this one to another as a title prints them: `令和3～5年度`, `平成30年度～令和2年度`.
    pub fn format_to(self, last: Self) -> String {
        self.format_run(last, Self::default_era)
    }

    /// The same in an era of choice: `平成29～32年度`. A year before the era's first is printed in its
    /// usual era.
    pub fn format_to_in_era(self, last: Self, era: Era) -> String {
        self.format_run(last, |year| if year.in_era(era).is_some() { era } else { year.default_era() })
    }

    fn format_run(self, last: Self, era_of: impl Fn(Self) -> Era) -> String {
        let long = |year: Self| year.format_in_era(era_of(year), YearStyle::Long);
        if self >= last {
            return long(self);
        }
        if era_of(self) != era_of(last) {
            return format!("{}～{}", long(self), long(last));
        }
        let first = long(self);
        format!("{}～{}", first.trim_end_matches("年度"), last.format_in_era(era_of(last), YearStyle::Bare))
    }

    /// This year printed in an era of choice: 2020 in 平成 is `平成32年度`. A year before the
    /// era's first is printed in its usual era, as plans that look back do.
    pub fn format_in_era(self, era: Era, style: YearStyle) -> String {
        let counted = self.in_era(era).or_else(|| self.in_era(self.default_era())).unwrap_or(EraYear { era, year: 1 });
        let (era, number) = (counted.era, counted.number());
        match style {
            YearStyle::Long => format!("{}{number}年度", era.kanji()),
            YearStyle::Short => format!("{}{}", era.letter(), counted.year),
            YearStyle::Abbreviated => format!("{}{number}", era.abbreviation()),
            YearStyle::Both => format!("{}{number}({})年度", era.kanji(), self.0),
            YearStyle::Western => format!("{}年度", self.0),
            YearStyle::WesternNumber => self.0.to_string(),
            YearStyle::Bare => format!("{number}年度"),
        }
    }
}

/// A year of an era, as plans write it: 平成32 stays 平成32, though the era ended in 31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
pub struct EraYear {
    /// The era.
    pub era: Era,
    /// The year in it, 1 for 元年.
    pub year: u32,
}

impl EraYear {
    /// The number as words have it: `元` for the first year, otherwise digits.
    pub fn number(self) -> String {
        if self.year == 1 { "元".to_owned() } else { self.year.to_string() }
    }

    /// The western year it is.
    pub fn western_year(self) -> Option<i32> {
        self.era.western_year(self.year)
    }
}

impl fmt::Display for EraYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.era.kanji(), self.number())
    }
}

/// How a fiscal year is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum YearStyle {
    /// `令和6年度`, `令和元年度`.
    #[default]
    Long,
    /// `R6`, `R1`: columns and chart axes.
    Short,
    /// `令6`, `令元`.
    Abbreviated,
    /// `令和6(2024)年度`.
    Both,
    /// `2024年度`.
    Western,
    /// `2024`: data tables.
    WesternNumber,
    /// `6年度`, `元年度`: the era is understood from its surroundings.
    Bare,
}

impl YearStyle {
    /// Every style.
    pub const ALL: [Self; 7] =
        [Self::Long, Self::Short, Self::Abbreviated, Self::Both, Self::Western, Self::WesternNumber, Self::Bare];
}

/// A fiscal year as it was understood from words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReadYear {
    /// The year meant.
    pub year: FiscalYear,
    /// The era it was written in; `None` when written in western years.
    pub era: Option<Era>,
}

impl ReadYear {
    /// The year printed in the era it was written in, so that 平成32年度 stays 平成.
    pub fn format(self, style: YearStyle) -> String {
        match self.era {
            Some(era) => self.year.format_in_era(era, style),
            None => self.year.format(style),
        }
    }
}

#[cfg(test)]
mod tests;
