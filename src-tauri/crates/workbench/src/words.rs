//! Texts that come from a person's hand: what is taken, what is refused.

use crate::{Result, WorkbenchError};

/// A text as it goes into the file: line ends as LF, spaces at the very end dropped; control
/// characters that no document can show are refused, never removed silently.
pub(crate) fn text(raw: &str) -> Result<String> {
    let joined = raw.replace("\r\n", "\n").replace('\r', "\n");
    if let Some(bad) = joined.chars().find(|c| c.is_control() && *c != '\n' && *c != '\t') {
        return Err(WorkbenchError::ControlCharacter { code: bad.into() });
    }
    Ok(joined.trim_end_matches([' ', '\n', '\t', '\u{3000}']).to_owned())
}

/// A name: one line, not empty.
pub(crate) fn name(raw: &str) -> Result<String> {
    let clean = text(raw)?.replace('\n', " ");
    if clean.trim().is_empty() { Err(WorkbenchError::EmptyName) } else { Ok(clean.trim().to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_lf_and_control_characters_are_refused() {
        assert_eq!(text("・一\r\n・二\r\n").expect("plain text"), "・一\n・二");
        assert!(matches!(text("a\u{0}b"), Err(WorkbenchError::ControlCharacter { code: 0 })));
    }

    #[test]
    fn a_name_of_blanks_is_empty() {
        assert!(matches!(name(" \u{3000}"), Err(WorkbenchError::EmptyName)));
    }
}
