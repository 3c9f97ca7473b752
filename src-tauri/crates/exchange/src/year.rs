//! Fiscal years in cells and headings of other people's tables.

use domain::value::{Era, FiscalYear, ReadYear, parse_fiscal_year, parse_fiscal_year_near};

use crate::heading::folded;
use crate::reading::FindingKind;

/// The first fiscal year of which a city can have a table: 市制 took effect in April 1889.
pub(crate) const FIRST_YEAR: i32 = 1889;
/// The last fiscal year taken for one that somebody meant. 令和99年度 (2117) is a slip.
pub(crate) const LAST_YEAR: i32 = 2100;

/// A year in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CellYear {
    /// A year of which a table can be.
    Year(ReadYear),
    /// Well written, and no year of any table.
    OutOfRange,
    /// No fiscal year.
    NotUnderstood,
}

impl CellYear {
    /// Reads the words of a cell.
    pub(crate) fn read(text: &str) -> Self {
        match parse_fiscal_year(text) {
            Some(read) if is_plausible(read.year) => Self::Year(read),
            Some(_) => Self::OutOfRange,
            None if is_written_like_a_year(text) => Self::OutOfRange,
            None => Self::NotUnderstood,
        }
    }

    /// The year and the finding that says why there is none.
    pub(crate) fn parted(self) -> Result<ReadYear, FindingKind> {
        match self {
            Self::Year(read) => Ok(read),
            Self::OutOfRange => Err(FindingKind::YearOutOfRange { first: FIRST_YEAR, last: LAST_YEAR }),
            Self::NotUnderstood => Err(FindingKind::YearNotUnderstood),
        }
    }
}

/// Whether a table of that year can exist.
pub(crate) fn is_plausible(year: FiscalYear) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&year.year())
}

/// An era with a number, or three to five digits: a year, though none the domain holds.
fn is_written_like_a_year(text: &str) -> bool {
    let text = folded(text);
    let text = text.strip_suffix("年度").unwrap_or(&text);
    let era = Era::ALL.into_iter().find_map(|era| {
        let letter = era.letter().to_lowercase();
        text.strip_prefix(era.kanji()).or_else(|| text.strip_prefix(letter.as_str()))
    });
    let (number, shortest) = match era {
        Some(number) => (number, 1),
        None => (text, 3),
    };
    (shortest..=5).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// The longest beginning of a text that is a fiscal year, and the rest to the letter. Blanks
/// end it: in `R4 5年を目途に移管` the year is R4. With a hint a bare number is a year too.
pub(crate) fn leading_year(text: &str, hint: Option<FiscalYear>) -> Option<(ReadYear, &str)> {
    const LONGEST: usize = 24;
    let boundaries: Vec<usize> = text
        .char_indices()
        .take(LONGEST)
        .take_while(|(_, c)| !c.is_whitespace())
        .map(|(at, c)| at + c.len_utf8())
        .collect();
    boundaries.into_iter().rev().find_map(|at| {
        let (head, rest) = text.split_at(at);
        let read = match hint {
            Some(hint) => parse_fiscal_year_near(head, hint),
            None => parse_fiscal_year(head),
        };
        read.map(|read| (read, rest))
    })
}

/// The first fiscal year that stands in the first 200 characters of a text, with its words.
pub(crate) fn contained_year(text: &str) -> Option<(ReadYear, &str)> {
    const FARTHEST: usize = 200;
    text.char_indices().take(FARTHEST).find_map(|(at, _)| {
        let tail = &text[at..];
        let (read, rest) = leading_year(tail, None)?;
        Some((read, &tail[..tail.len() - rest.len()]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_no_table_can_be_of_is_told_from_words() {
        for text in ["令和99年度", "1800", "1800年度", "R200", "18000", "昭和0"] {
            assert_eq!(CellYear::read(text), CellYear::OutOfRange, "{text}");
        }
        for text in ["", "ABC", "令和年度", "来年度", "令和6年", "23年度"] {
            assert_eq!(CellYear::read(text), CellYear::NotUnderstood, "{text}");
        }
        for text in ["H23", "平成２３年度", "2011", "平成32年度"] {
            assert!(matches!(CellYear::read(text), CellYear::Year(_)), "{text}");
        }
    }

    #[test]
    fn a_leading_year_ends_where_its_words_end() {
        for (text, year, rest) in [
            ("R4 5年を目途に移管", 2022, " 5年を目途に移管"),
            ("令和4年度までの取組実績", 2022, "までの取組実績"),
            ("R3～R6 実施", 2021, "～R6 実施"),
            ("Ｒ３ 準備", 2021, " 準備"),
            ("令和6(2024)年度当初予定", 2024, "当初予定"),
        ] {
            let (read, after) = leading_year(text, None).unwrap();
            assert_eq!((read.year.year(), after), (year, rest), "{text}");
        }
        assert_eq!(leading_year("実施", None), None);
        assert_eq!(leading_year("", None), None);
    }

    #[test]
    fn a_year_is_found_within_words() {
        let (read, words) = contained_year("※令和4年度までをもって終了").unwrap();
        assert_eq!((read.year.year(), words), (2022, "令和4年度"));
        assert_eq!(contained_year("終了"), None);
    }
}
