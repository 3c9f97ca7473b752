//! Headings: how two writings of one heading are known to be the same.

use unicode_normalization::UnicodeNormalization;

/// A heading or name without what typists vary: width, blanks, line breaks, case, the stop of
/// `No.`, and the two shapes of brackets. For comparison only.
pub(crate) fn folded(text: &str) -> String {
    text.nfkc()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '\u{200b}'..='\u{200d}' | '\u{feff}'))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '[' | '〔' | '【' => '(',
            ']' | '〕' | '】' => ')',
            other => other,
        })
        .collect()
}

/// Whether a cell is short enough to be a heading, in bytes. Whole paragraphs need no comparing.
pub(crate) fn can_be_heading(text: &str) -> bool {
    const LONGEST: usize = 600;
    text.len() <= LONGEST
}

/// A column a form knows by name.
pub(crate) struct Named<R: 'static> {
    /// What the column holds.
    pub(crate) role: R,
    /// Its name, as shown when it misses.
    pub(crate) name: &'static str,
    /// Other names for it.
    pub(crate) aliases: &'static [&'static str],
    /// Whether the form cannot be read without it.
    pub(crate) needed: bool,
}

impl<R: Copy> Named<R> {
    /// The role of a heading that has exactly one of the names.
    pub(crate) fn find(columns: &[Self], heading: &str) -> Option<R> {
        let heading = folded(heading);
        columns
            .iter()
            .find(|column| {
                folded(column.name) == heading || column.aliases.iter().any(|alias| folded(alias) == heading)
            })
            .map(|column| column.role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_blanks_breaks_and_case_do_not_matter() {
        for (left, right) in [
            ("No.", "ＮＯ．"),
            ("№", "no"),
            ("主な取組の\n方向性", "主な　取組の方向性"),
            ("年度スケジュール（Ｒ５．３時点想定）", "年度ｽｹｼﾞｭｰﾙ(R5.3時点想定)"),
        ] {
            assert_eq!(folded(left), folded(right), "{left} / {right}");
        }
        assert_ne!(folded("取組項目"), folded("取組項目の順"));
    }
}
