//! Japanese eras (元号) from Meiji on.

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A Japanese era (元号), from 明治 to 令和.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Era {
    /// 明治, from 1868.
    Meiji,
    /// 大正, from 1912-07-30.
    Taisho,
    /// 昭和, from 1926-12-25.
    Showa,
    /// 平成, from 1989-01-08.
    Heisei,
    /// 令和, from 2019-05-01.
    Reiwa,
}

impl Era {
    /// Every era, oldest first.
    pub const ALL: [Self; 5] = [Self::Meiji, Self::Taisho, Self::Showa, Self::Heisei, Self::Reiwa];

    /// The name in kanji: `令和`.
    pub const fn kanji(self) -> &'static str {
        match self {
            Self::Meiji => "明治",
            Self::Taisho => "大正",
            Self::Showa => "昭和",
            Self::Heisei => "平成",
            Self::Reiwa => "令和",
        }
    }

    /// The one-character abbreviation: `令`.
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::Meiji => "明",
            Self::Taisho => "大",
            Self::Showa => "昭",
            Self::Heisei => "平",
            Self::Reiwa => "令",
        }
    }

    /// The Latin letter used in tables: `R`.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Meiji => "M",
            Self::Taisho => "T",
            Self::Showa => "S",
            Self::Heisei => "H",
            Self::Reiwa => "R",
        }
    }

    /// The first day of the era.
    ///
    /// 明治 begins on 1868-01-25 (慶応4年1月1日), because the edict of that autumn renamed the
    /// whole year; the others begin on the day their law, edict or ordinance names.
    pub fn start(self) -> NaiveDate {
        let (year, month, day) = match self {
            Self::Meiji => (1868, 1, 25),
            Self::Taisho => (1912, 7, 30),
            Self::Showa => (1926, 12, 25),
            Self::Heisei => (1989, 1, 8),
            Self::Reiwa => (2019, 5, 1),
        };
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    /// The western calendar year that is the era's first year (元年).
    pub fn first_year(self) -> i32 {
        self.start().year()
    }

    /// The era a day lies in; `None` before 明治.
    pub fn of_date(date: NaiveDate) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|era| date >= era.start())
    }

    /// The western year of a year of this era, also beyond the era's end (平成32年 = 2020).
    /// `None` for year 0 and for numbers no calendar holds.
    pub fn western_year(self, year: u32) -> Option<i32> {
        let offset = i32::try_from(year.checked_sub(1)?).ok()?;
        self.first_year().checked_add(offset)
    }

    /// The year of this era that a western year is, also beyond the era's end; `None` before
    /// its first year.
    pub fn year_of(self, western: i32) -> Option<u32> {
        u32::try_from(western.checked_sub(self.first_year())?).ok()?.checked_add(1)
    }

    /// The era named by exactly this word: `令和`, `令`, `R` or `r`.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|era| word == era.kanji() || word == era.abbreviation() || word.eq_ignore_ascii_case(era.letter()))
    }
}
