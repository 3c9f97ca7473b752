//! Bars of a lane: in one cell as words, and again year by year.

use domain::value::FiscalYear;

use super::BarDraft;
use crate::heading::folded;
use crate::year::leading_year;

/// Reads `R3～R4 検討 / R5～R6 段階的実施`. A part that begins with no year belongs to the words
/// before it (`検討/実施` is one bar). `None` when the cell does not begin with a year, or when
/// a bar ends before it begins. A blank cell has no bars.
pub(super) fn read(cell: &str) -> Option<Vec<BarDraft>> {
    /// In bytes. A cell with more is a text that slipped into the column.
    const LONGEST: usize = 4_096;
    if cell.len() > LONGEST {
        return None;
    }
    let mut bars: Vec<BarDraft> = Vec::new();
    let mut rest = cell.trim();
    while !rest.is_empty() {
        let (part, separator_and_rest) = match next_bar(rest) {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        bars.push(bar(part.trim())?);
        rest = separator_and_rest.trim_start_matches(is_separator).trim_start();
    }
    Some(bars)
}

fn is_separator(c: char) -> bool {
    matches!(c, '/' | '／' | '\n' | '、' | ';' | '；')
}

/// Where the next bar is parted off: at a separator behind which a year begins.
fn next_bar(text: &str) -> Option<usize> {
    text.char_indices().filter(|(at, c)| *at > 0 && is_separator(*c)).map(|(at, _)| at).find(|at| {
        let behind = text[*at..].trim_start_matches(|c: char| is_separator(c) || c == ' ' || c == '\u{3000}');
        leading_year(behind, None).is_some()
    })
}

fn bar(part: &str) -> Option<BarDraft> {
    let (first, rest) = leading_year(part, None)?;
    let behind = rest.trim_start();
    let (last, words) = match behind.strip_prefix(is_range_mark) {
        Some(end) => {
            let (last, words) = leading_year(end.trim_start(), Some(first.year))?;
            (last.year, words)
        }
        None => (first.year, rest),
    };
    (first.year <= last).then(|| BarDraft { first: first.year, last, words: words.trim().to_owned(), lanes: 1 })
}

fn is_range_mark(c: char) -> bool {
    matches!(c, '～' | '〜' | '~' | '-' | '－' | '–' | '—' | '−')
}

/// What the bars say of a year, from left to right, parted as in a cell.
pub(super) fn words_in(bars: &[BarDraft], year: FiscalYear) -> String {
    bars.iter()
        .filter(|bar| (bar.first..=bar.last).contains(&year))
        .map(|bar| bar.words.as_str())
        .collect::<Vec<_>>()
        .join(" / ")
}

/// Whether the cell of a year says what the bars say. `→` stands for the words of the year
/// before, so a bar that covers both years agrees with it.
pub(super) fn agrees(cell: &str, bars: &[BarDraft], year: FiscalYear) -> bool {
    if matches!(cell.trim(), "→" | "⇒") {
        return year.previous().is_some_and(|before| {
            bars.iter().any(|bar| (bar.first..=bar.last).contains(&year) && bar.first <= before)
        });
    }
    let same = |text: &str| folded(text).replace(is_separator, "");
    same(cell) == same(&words_in(bars, year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(year: i32) -> FiscalYear {
        FiscalYear::new(year).unwrap()
    }

    fn shape(cell: &str) -> Option<Vec<(i32, i32, String)>> {
        let bars = read(cell)?;
        Some(bars.into_iter().map(|bar| (bar.first.year(), bar.last.year(), bar.words)).collect())
    }

    #[test]
    fn bars_are_read_with_their_years_and_words() {
        for (cell, expected) in [
            ("R3～R6 実施", vec![(2021, 2024, "実施")]),
            ("R3 準備", vec![(2021, 2021, "準備")]),
            ("R4～R6 5年を目途に移管", vec![(2022, 2024, "5年を目途に移管")]),
            ("R3～R4 検討 / R5～R6 段階的実施", vec![(2021, 2022, "検討"), (2023, 2024, "段階的実施")]),
            ("令和3年度〜4年度　検討／実施\n令和5年度 実施", vec![(2021, 2022, "検討／実施"), (2023, 2023, "実施")]),
            ("R3-R4", vec![(2021, 2022, "")]),
            ("R3 ～ R4 検討", vec![(2021, 2022, "検討")]),
            ("", vec![]),
        ] {
            let expected =
                expected.into_iter().map(|(first, last, words)| (first, last, words.to_owned())).collect::<Vec<_>>();
            assert_eq!(shape(cell), Some(expected), "{cell}");
        }
        for cell in ["実施", "R6～R3 実施", "来年度 実施", "R3～ 実施"] {
            assert_eq!(read(cell), None, "{cell}");
        }
    }

    #[test]
    fn year_cells_are_held_against_the_bars() {
        let bars = read("R3～R4 検討 / R5 実施").unwrap();
        assert!(agrees("検討", &bars, year(2022)));
        assert!(agrees("検 討", &bars, year(2022)));
        assert!(agrees("→", &bars, year(2022)));
        assert!(!agrees("→", &bars, year(2023)), "a new bar begins there");
        assert!(!agrees("", &bars, year(2021)), "a covered year is not blank");
        assert!(!agrees("実施", &bars, year(2024)), "no bar covers the year");
        assert!(agrees("", &bars, year(2024)));
        assert_eq!(words_in(&bars, year(2021)), "検討");
    }
}
