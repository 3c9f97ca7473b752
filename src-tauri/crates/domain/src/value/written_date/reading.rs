//! Reading of moments and dates.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{AsOf, last_of_month};
use crate::value::{
    figure::ValueKind,
    fiscal_year::{FiscalYear, YearTerm, parse_fiscal_year, parse_fiscal_year_near, year_term},
    text::{leading_count, plain, unbracketed},
    written::Reading,
};

impl Reading for AsOf {
    fn read(text: &str) -> Option<Self> {
        Self::parse(text)
    }
}

impl Reading for NaiveDate {
    fn read(text: &str) -> Option<Self> {
        match AsOf::parse(text)? {
            AsOf::Day { date } => Some(date),
            _ => None,
        }
    }
}

/// Words that may follow a moment and add nothing to it; longer ones first.
const MOMENT_WORDS: [&str; 6] = ["時点想定", "時点", "現在", "想定", "付け", "付"];

/// A moment and, where its words name one, the kind of value (`R5決算見込`).
pub(crate) fn read_with_kind(text: &str, hint: Option<FiscalYear>) -> Option<(AsOf, Option<ValueKind>)> {
    let text = plain(text);
    let mut text = unbracketed(&text);
    for word in MOMENT_WORDS {
        text = text.strip_suffix(word).unwrap_or(text);
    }
    let (term, rest) = year_term(text, hint)?;
    if let Some(rest) = rest.strip_prefix("年度") {
        return after_fiscal_year(term, rest).or_else(|| whole_fiscal_year(text, hint));
    }
    if let Some(rest) = rest.strip_prefix('年') {
        return after_calendar_year(term, rest);
    }
    if let Some(rest) = rest.strip_prefix(['.', '/', '-']) {
        let mark = text[..text.len() - rest.len()].chars().next_back()?;
        return marked_date(term, rest, mark).map(|moment| (moment, None));
    }
    if rest.is_empty() {
        // A bare number alone is an amount as easily as a year.
        return (!term.from_hint).then_some((fiscal(term)?, None));
    }
    match ValueKind::parse(rest) {
        Some(kind) => Some((fiscal(term)?, Some(kind))),
        None => whole_fiscal_year(text, hint),
    }
}

fn fiscal(term: YearTerm) -> Option<AsOf> {
    Some(AsOf::FiscalYear { year: FiscalYear::new(term.western)? })
}

fn whole_fiscal_year(text: &str, hint: Option<FiscalYear>) -> Option<(AsOf, Option<ValueKind>)> {
    let read = match hint {
        Some(hint) => parse_fiscal_year_near(text, hint),
        None => parse_fiscal_year(text),
    }?;
    Some((AsOf::FiscalYear { year: read.year }, None))
}

fn after_fiscal_year(term: YearTerm, rest: &str) -> Option<(AsOf, Option<ValueKind>)> {
    let year = FiscalYear::new(term.western)?;
    let moment = match rest {
        "" => AsOf::FiscalYear { year },
        "末" | "末日" => AsOf::FiscalYearEnd { year },
        "当初" | "初" | "初日" => AsOf::Day { date: year.start() },
        _ => {
            let kind = ValueKind::parse(rest)?;
            return Some((AsOf::FiscalYear { year }, Some(kind)));
        }
    };
    Some((moment, None))
}

fn after_calendar_year(term: YearTerm, rest: &str) -> Option<(AsOf, Option<ValueKind>)> {
    let year = calendar(term)?;
    let moment = match rest {
        "" => AsOf::Year { year },
        "末" => AsOf::Day { date: NaiveDate::from_ymd_opt(year, 12, 31)? },
        _ => {
            // 27年決算 is the settlement of 27年度: accounts know no calendar year.
            if let Some(kind) = ValueKind::parse(rest) {
                return Some((fiscal(term)?, Some(kind)));
            }
            let (month, rest) = leading_count(rest)?;
            let rest = rest.strip_prefix('月')?;
            month_or_day(year, month, rest, "日")?
        }
    };
    Some((moment, None))
}

/// `28.4.1`, `2024/2/2`, `2024-02`: the same mark between all parts. A bare year needs a day,
/// since `27.4` is an amount as easily as a month.
fn marked_date(term: YearTerm, rest: &str, mark: char) -> Option<AsOf> {
    let year = calendar(term)?;
    let (month, rest) = leading_count(rest)?;
    match rest.strip_prefix(mark) {
        Some(rest) => month_or_day(year, month, rest, ""),
        None if term.from_hint => None,
        None => month_or_day(year, month, rest, ""),
    }
}

fn month_or_day(year: i32, month: u32, rest: &str, day_word: &str) -> Option<AsOf> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    match rest {
        "" => {
            return Some(AsOf::Month { year, month: first.month() });
        }
        "末" | "末日" => {
            return Some(AsOf::Day { date: last_of_month(year, month)? });
        }
        _ => {}
    }
    let (day, rest) = leading_count(rest)?;
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    let rest = match day_word {
        "" => rest,
        word => rest.strip_prefix(word)?,
    };
    let right_weekday = rest.is_empty() || weekday(unbracketed(rest)) == Some(date.weekday());
    right_weekday.then_some(AsOf::Day { date })
}

fn weekday(word: &str) -> Option<Weekday> {
    let word = word.strip_suffix("曜日").unwrap_or(word);
    Some(match word.strip_suffix('曜').unwrap_or(word) {
        "月" => Weekday::Mon,
        "火" => Weekday::Tue,
        "水" => Weekday::Wed,
        "木" => Weekday::Thu,
        "金" => Weekday::Fri,
        "土" => Weekday::Sat,
        "日" => Weekday::Sun,
        _ => return None,
    })
}

fn calendar(term: YearTerm) -> Option<i32> {
    (FiscalYear::FIRST..=FiscalYear::LAST).contains(&term.western).then_some(term.western)
}
