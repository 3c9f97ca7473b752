//! Reading of fiscal years.

use super::{FiscalYear, ReadYear};
use crate::value::{
    era::Era,
    text::{leading_count, plain},
    written::Reading,
};

/// Understands a fiscal year that names its era or its western year.
///
/// `R6`, `Ｒ６`, `令和６年度`, `令和6(2024)年度`, `令和元年度`, `平成32年度` (the era is kept),
/// `2024年度`, `2024`, kanji numerals, and two writings of one year (`平成31年度（令和元年度）`).
/// Two writings that disagree, a calendar year (`令和6年`) and a year without an era (`23年度`)
/// give `None`.
pub fn parse_fiscal_year(text: &str) -> Option<ReadYear> {
    whole(&plain(text), None)
}

/// Like [`parse_fiscal_year`], and understands a bare year (`23年度`, `元年度`, `23`) as the one
/// nearest to the hint, such as the year of a neighbouring column. Of two equally near years
/// the one in the hint's own era is taken.
pub fn parse_fiscal_year_near(text: &str, hint: FiscalYear) -> Option<ReadYear> {
    whole(&plain(text), Some(hint))
}

impl Reading for ReadYear {
    fn read(text: &str) -> Option<Self> {
        parse_fiscal_year(text)
    }
}

impl Reading for FiscalYear {
    fn read(text: &str) -> Option<Self> {
        parse_fiscal_year(text).map(|read| read.year)
    }
}

fn whole(text: &str, hint: Option<FiscalYear>) -> Option<ReadYear> {
    let (first, rest) = year_term(text, hint)?;
    let first = ReadYear { year: FiscalYear::new(first.western)?, era: first.era };
    let rest = rest.strip_prefix("年度").unwrap_or(rest);
    let second = if rest.is_empty() {
        return Some(first);
    } else if let Some(bracket) = rest.strip_prefix('(') {
        let (inside, after) = bracket.split_once(')')?;
        if !matches!(after, "" | "年度") {
            return None;
        }
        inside
    } else {
        rest.strip_prefix(['・', '/', '='])?
    };
    let (term, rest) = year_term(second, None)?;
    let agrees = term.western == first.year.year() && matches!(rest, "" | "年度" | "年");
    agrees.then_some(first)
}

/// A year at the beginning of a text, not yet known to be fiscal or calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct YearTerm {
    /// Western year.
    pub(crate) western: i32,
    /// The era it was written in.
    pub(crate) era: Option<Era>,
    /// Whether it was a bare number understood from the hint.
    pub(crate) from_hint: bool,
}

/// Reads a year (`令和6`, `R6`, `2024`, with a hint also `6`) at the beginning of a [`plain`]
/// text and gives the rest.
pub(crate) fn year_term(text: &str, hint: Option<FiscalYear>) -> Option<(YearTerm, &str)> {
    if let Some((era, rest)) = leading_era(text) {
        let (number, rest) = era_number(rest)?;
        let western = era.western_year(number)?;
        let term = YearTerm { western, era: Some(era), from_hint: false };
        return (number <= 999).then_some((term, rest));
    }
    let (number, rest) = era_number(text)?;
    if (1000..=9999).contains(&number) {
        let term = YearTerm { western: i32::try_from(number).ok()?, era: None, from_hint: false };
        return Some((term, rest));
    }
    let (western, era) = nearest(number, hint?)?;
    let term = YearTerm { western, era: Some(era), from_hint: true };
    Some((term, rest))
}

fn leading_era(text: &str) -> Option<(Era, &str)> {
    Era::ALL.into_iter().find_map(|era| {
        let rest = text.strip_prefix(era.kanji()).or_else(|| text.strip_prefix(era.abbreviation())).or_else(|| {
            let head = text.get(..1)?;
            let rest = text.get(1..)?;
            head.eq_ignore_ascii_case(era.letter()).then(|| rest.strip_prefix('.').unwrap_or(rest))
        })?;
        Some((era, rest))
    })
}

fn era_number(text: &str) -> Option<(u32, &str)> {
    if let Some(rest) = text.strip_prefix('元') {
        return Some((1, rest));
    }
    leading_count(text).filter(|(number, _)| *number > 0)
}

/// The year of some era with this number that is nearest to the hint.
fn nearest(number: u32, hint: FiscalYear) -> Option<(i32, Era)> {
    let own = hint.default_era();
    if number > 99 {
        return None;
    }
    Era::ALL
        .into_iter()
        .filter_map(|era| Some((era.western_year(number)?, era)))
        .min_by_key(|(western, era)| (western.abs_diff(hint.year()), *era != own))
}
