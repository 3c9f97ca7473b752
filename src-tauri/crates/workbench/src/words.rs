//! Texts that come from a person's hand: what is taken, what is refused.

use domain::value::is_unprintable;

use crate::{Result, WorkbenchError};

/// As much as a cell of a workbook holds: what is longer could be written into no table.
pub(crate) const LONGEST_TEXT: usize = 32_767;

/// A name stands on one line of a paper; what is longer is a text pasted into the wrong place.
pub(crate) const LONGEST_NAME: usize = 500;

/// A text as it goes into the file: line ends as LF, spaces at the very end dropped. Characters that
/// no document can show are refused, never removed silently; emoji and 外字 are kept, and paper and
/// chart say when a face lacks them.
pub(crate) fn text(raw: &str) -> Result<String> {
    let joined = raw.replace("\r\n", "\n").replace('\r', "\n");
    if let Some(bad) = joined.chars().find(|c| is_unprintable(*c)) {
        return Err(WorkbenchError::ControlCharacter { code: bad.into() });
    }
    let clean = joined.trim_end_matches([' ', '\n', '\t', '\u{3000}']).to_owned();
    within(clean, LONGEST_TEXT)
}

/// A name: one line, not empty.
pub(crate) fn name(raw: &str) -> Result<String> {
    let clean = text(raw)?.replace('\n', " ");
    if clean.trim().is_empty() {
        return Err(WorkbenchError::EmptyName);
    }
    within(clean.trim().to_owned(), LONGEST_NAME)
}

/// Markers typed into one cell or field: parted by blanks, commas or line breaks, each once.
pub(crate) fn markers(raw: &str) -> Result<Vec<String>> {
    let mut markers: Vec<String> = Vec::new();
    for word in text(raw)?.split(|c: char| c.is_whitespace() || "、,，".contains(c)).filter(|word| !word.is_empty()) {
        let marker = name(word)?;
        if !markers.contains(&marker) {
            markers.push(marker);
        }
    }
    Ok(markers)
}

/// Words from a table as a name: its lines behind one another.
pub(crate) fn one_line(raw: &str) -> String {
    raw.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn within(text: String, limit: usize) -> Result<String> {
    match text.chars().count() {
        count if count > limit => Err(WorkbenchError::TextTooLong { count, limit }),
        _ => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_lf_and_control_characters_are_refused() {
        assert_eq!(text("・一\r\n・二\r\n").expect("plain text"), "・一\n・二");
        for (bad, code) in [("a\u{0}b", 0), ("前\u{202e}後", 0x202e), ("\u{ffff}", 0xffff), ("\u{7f}", 0x7f)] {
            let refused = text(bad).expect_err("no document shows it");
            assert!(matches!(refused, WorkbenchError::ControlCharacter { code: found } if found == code), "{refused}");
        }
    }

    #[test]
    fn what_a_person_can_see_is_kept_to_the_letter() {
        for kept in ["👨‍👩‍👧 子育て", "\u{e000}崎", "𠮷野", "①\t②", "葛\u{e0100}飾"] {
            assert_eq!(text(kept).expect("it is text"), kept);
        }
        assert_eq!(text(&"あ".repeat(10_000)).expect("a long text").chars().count(), 10_000);
    }

    #[test]
    fn what_no_cell_holds_and_no_line_shows_is_refused() {
        assert!(matches!(
            text(&"あ".repeat(40_000)),
            Err(WorkbenchError::TextTooLong { count: 40_000, limit: 32_767 })
        ));
        assert!(matches!(name(&"あ".repeat(10_000)), Err(WorkbenchError::TextTooLong { limit: 500, .. })));
        assert!(matches!(name(" \u{3000}"), Err(WorkbenchError::EmptyName)));
    }
}
