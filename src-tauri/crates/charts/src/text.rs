//! Measuring and breaking lines of text.

use crate::fonts::Fonts;

/// One typographic point in 1/100 mm.
const POINT: f64 = 35.277_8;

/// Points to 1/100 mm.
pub(crate) fn pt(points: f64) -> i32 {
    (points * POINT).round() as i32
}

/// Characters that must not begin a line (行頭禁則).
const NOT_FIRST: &str =
    "、。，．・：；？！）」』】〕〉》］｝％％%,.:;?!)]}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥～";
/// Characters that must not end a line (行末禁則).
const NOT_LAST: &str = "（「『【〔〈《［｛([{※";

/// Measures text in the fonts of a chart.
#[derive(Clone, Copy)]
pub(crate) struct Typesetter<'a> {
    fonts: &'a Fonts,
}

impl<'a> Typesetter<'a> {
    pub(crate) fn new(fonts: &'a Fonts) -> Self {
        Self { fonts }
    }

    /// Width of a line in 1/100 mm, for a size (em) in 1/100 mm.
    pub(crate) fn width(&self, text: &str, size: i32, bold: bool) -> i32 {
        (self.fonts.width(text, bold) * f64::from(size)).ceil() as i32
    }

    /// Reach of the letters of a line above and below its baseline, in 1/100 mm.
    pub(crate) fn reach(&self, text: &str, size: i32, bold: bool) -> (i32, i32) {
        let (above, below) = self.fonts.reach(text, bold);
        let scaled = |reach: f64| (reach * f64::from(size)).ceil() as i32;
        (scaled(above), scaled(below))
    }

    /// Height of the letters of a line.
    pub(crate) fn height(&self, text: &str, size: i32, bold: bool) -> i32 {
        let (above, below) = self.reach(text, size, bold);
        above + below
    }

    /// Widest of several lines.
    pub(crate) fn widest<'t>(&self, lines: impl IntoIterator<Item = &'t str>, size: i32, bold: bool) -> i32 {
        lines.into_iter().map(|line| self.width(line, size, bold)).max().unwrap_or(0)
    }

    /// Breaks a text into lines no wider than `max`; words of letters and digits stay whole where they can.
    pub(crate) fn wrap(&self, text: &str, size: i32, bold: bool, max: i32) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in lines_of(text) {
            let mut line = String::new();
            for piece in pieces(&paragraph) {
                let longer = format!("{line}{piece}");
                if line.is_empty() || self.width(longer.trim_end(), size, bold) <= max {
                    line = longer;
                } else {
                    lines.push(line.trim_end().to_owned());
                    line = piece.trim_start().to_owned();
                }
                while self.width(line.trim_end(), size, bold) > max && line.chars().count() > 1 {
                    let cut = self.fitting(&line, size, bold, max);
                    let rest = line.split_off(cut);
                    lines.push(std::mem::replace(&mut line, rest));
                }
            }
            lines.push(line.trim_end().to_owned());
        }
        lines
    }

    /// Length in bytes of the longest beginning that fits, at least one character.
    fn fitting(&self, text: &str, size: i32, bold: bool, max: i32) -> usize {
        let mut end = text.chars().next().map_or(0, char::len_utf8);
        for (index, c) in text.char_indices() {
            let next = index + c.len_utf8();
            if self.width(&text[..next], size, bold) > max {
                break;
            }
            end = end.max(next);
        }
        end
    }
}

/// A text on one line: line breaks and tabs become spaces.
pub(crate) fn one_line(text: &str) -> String {
    text.split(['\n', '\r', '\t']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The lines of a text that may contain line breaks.
pub(crate) fn lines_of(text: &str) -> Vec<String> {
    text.split('\n').map(one_line).collect()
}

/// The parts of a line between which it may be broken.
fn pieces(line: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut previous: Option<char> = None;
    for c in line.chars() {
        let glued = previous
            .is_some_and(|p| NOT_LAST.contains(p) || NOT_FIRST.contains(c) || (is_word(p) && is_word(c)) || c == ' ');
        match pieces.last_mut() {
            Some(piece) if glued => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        previous = Some(c);
    }
    pieces
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '%' | '-' | '/')
}

/// The parts of a fiscal year label: era, number, rest (`平成` `23` `年度`); one part when it is none.
pub(crate) fn year_parts(label: &str) -> Vec<String> {
    const ERAS: [&str; 5] = ["明治", "大正", "昭和", "平成", "令和"];
    let split_rest = |rest: &str| -> Vec<String> {
        let digits = rest.find(|c: char| !(c.is_numeric() || c == '元')).unwrap_or(rest.len());
        if digits == 0 || digits == rest.len() {
            vec![rest.to_owned()]
        } else {
            vec![rest[..digits].to_owned(), rest[digits..].to_owned()]
        }
    };
    for era in ERAS {
        if let Some(rest) = label.strip_prefix(era)
            && !rest.is_empty()
        {
            let mut parts = vec![era.to_owned()];
            parts.extend(split_rest(rest));
            return parts;
        }
    }
    if label.starts_with(|c: char| c.is_numeric()) { split_rest(label) } else { vec![label.to_owned()] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn year_labels_fall_into_era_number_and_rest() {
        assert_eq!(year_parts("平成23年度"), ["平成", "23", "年度"]);
        assert_eq!(year_parts("令和元年度"), ["令和", "元", "年度"]);
        assert_eq!(year_parts("2011年度"), ["2011", "年度"]);
        assert_eq!(year_parts("R6"), ["R6"]);
        assert_eq!(year_parts("人件費"), ["人件費"]);
    }

    #[test]
    fn pieces_keep_numbers_and_brackets_together() {
        assert_eq!(pieces("（12.5%）は、決算"), ["（12.5%）", "は、", "決", "算"]);
    }
}
