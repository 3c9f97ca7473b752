//! Marks and widths of Japanese writing, shared by the readers of this module.

/// The half-width form of a full-width Latin letter, digit or sign; other characters stay.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '\u{ffe5}' => '\u{a5}',
        _ => c,
    }
}

/// The text without blanks and line breaks, full-width Latin letters, digits and signs narrowed.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars()
        .map(narrow)
        .filter(|c| !is_blank(*c))
        .collect()
}

/// Whether a character is white space or an invisible mark left by word processors.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}')
}
