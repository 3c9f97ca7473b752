//! Short texts in narrow cells: where their lines end, so that no figure parts from its unit and no
//! letter or two is left alone on the last line.

use crate::measure::{Metrics, Setting, may_break};

use super::arrow::break_cost;

/// A text of more lines is left to the typesetter.
const MOST_LINES: usize = 3;

/// A last line no wider than this, em, without the marks at its end, is an orphan: one letter, or
/// two that are no word of their own.
const LETTER: f32 = 1.0;
const ORPHAN: f32 = 2.0;

/// A place where a word ends costs no more.
const WORD_END: f32 = 1.0;

/// What ending a line inside a word weighs against lines of unlike length.
const IN_WORDS: f32 = 3.0;

/// What it costs more to end a line behind a kana that ends no word (担い｜手), and before one that
/// belongs to the word before it (センター｜の登録団体).
const NO_PARTICLE: f32 = 1.0;
const BEFORE_PARTICLE: f32 = 3.0;
const PARTICLES: &str = "のをにとがはやでもへ";

/// What it costs to part a unit, and a unit from its number: more than any other place.
const IN_UNIT: f32 = 1000.0;
const BEFORE_UNIT: f32 = 100.0;

/// What it costs to part a word of katakana.
const IN_KATAKANA: f32 = 8.0 * IN_WORDS;

/// What it costs to begin a line with a sign that stands between two terms.
const BEFORE_SIGN: f32 = 30.0;

/// How many characters behind a number are its unit at most: 千円, 団体, 回以上.
const UNIT: usize = 3;

/// A text with its lines parted where the typesetter would tear a figure or leave an orphan; `None`
/// when it may set the text as it likes. `em` is the width of a line; the lines of `centred` texts are
/// balanced in any case.
pub(crate) fn parted(text: &str, em: f32, bold: bool, centred: bool, metrics: &Metrics) -> Option<String> {
    let width = metrics.width(text, Setting::Page, bold);
    if width <= em {
        return None;
    }
    let mut found = false;
    let parts = text.split('\n').map(|part| {
        let lines = paragraph(part, em, bold, centred, metrics);
        found |= lines.is_some();
        lines.map_or_else(|| part.to_owned(), |lines| lines.join("\n"))
    });
    let parts: Vec<String> = parts.collect();
    found.then(|| parts.join("\n"))
}

fn paragraph<'t>(text: &'t str, em: f32, bold: bool, centred: bool, metrics: &Metrics) -> Option<Vec<&'t str>> {
    let usual = metrics.wrap(text, em, Setting::Page, bold);
    if usual.len() < 2 || usual.len() > MOST_LINES {
        return None;
    }
    let costs = Costs::new(text, bold, metrics);
    let mut at = 0;
    let tears = usual[..usual.len() - 1].iter().any(|line| {
        at += line.len();
        costs.at(at) >= IN_KATAKANA
    });
    let orphan = usual.last().is_some_and(|last| {
        let letters = last.trim_end_matches(|c: char| ENDS.contains(c));
        let width = metrics.width(letters, Setting::Page, bold);
        let ends = text[..at].chars().next_back().zip(last.chars().next());
        width <= LETTER || (width <= ORPHAN && ends.is_some_and(|(before, after)| break_cost(before, after) > WORD_END))
    });
    if !tears && !orphan && !centred {
        return None;
    }
    let (cost, lines) = costs.best(usual.len(), em)?;
    if cost >= BEFORE_UNIT && usual.len() < MOST_LINES {
        let more = costs.best(usual.len() + 1, em).filter(|(more, _)| *more < BEFORE_UNIT);
        return Some(more.map_or(lines, |(_, lines)| lines));
    }
    Some(lines)
}

/// Marks that are no letters of a last line.
const ENDS: &str = "、。」』）)】";

/// Where a text may be parted, and at what cost.
struct Costs<'t> {
    text: &'t str,
    /// Byte, width of the text before it and cost of ending a line there; from the first character
    /// to the end of the text.
    places: Vec<(usize, f32, f32)>,
}

impl<'t> Costs<'t> {
    fn new(text: &'t str, bold: bool, metrics: &Metrics) -> Self {
        let mut places = Vec::new();
        let mut width = 0.0;
        let mut previous: Option<char> = None;
        let mut unit = Unit::default();
        for (at, c) in text.char_indices() {
            let in_figure = unit.take(previous, c);
            let cost = match previous {
                Some(before) if !may_break(before, c) => f32::INFINITY,
                Some(before) if in_figure && before.is_ascii_digit() => BEFORE_UNIT,
                Some(_) if in_figure => IN_UNIT,
                Some(_) if "/／＋÷".contains(c) => BEFORE_SIGN,
                Some(before) if ('ぁ'..='ん').contains(&before) && !PARTICLES.contains(before) => {
                    (break_cost(before, c) + NO_PARTICLE) * IN_WORDS
                }
                Some(before) if PARTICLES.contains(c) => (break_cost(before, c) + BEFORE_PARTICLE) * IN_WORDS,
                Some(before) => break_cost(before, c) * IN_WORDS,
                None => 0.0,
            };
            places.push((at, width, cost));
            width += metrics.advance(c, Setting::Page, bold);
            previous = Some(c);
        }
        places.push((text.len(), width, 0.0));
        Self { text, places }
    }

    /// The cost of ending a line at a byte.
    fn at(&self, byte: usize) -> f32 {
        self.places.iter().find(|place| place.0 == byte).map_or(0.0, |place| place.2)
    }

    /// The best way to part the text into so many lines of at most `em`.
    fn best(&self, count: usize, em: f32) -> Option<(f32, Vec<&'t str>)> {
        let end = self.places.len() - 1;
        let ideal = self.places[end].1 / count as f32;
        self.lines(0, count, em, ideal)
    }

    fn lines(&self, from: usize, count: usize, em: f32, ideal: f32) -> Option<(f32, Vec<&'t str>)> {
        let end = self.places.len() - 1;
        let line =
            |to: usize| (self.places[to].1 - self.places[from].1, &self.text[self.places[from].0..self.places[to].0]);
        if count == 1 {
            let (width, words) = line(end);
            return (width <= em && end > from).then(|| ((width - ideal).abs(), vec![words.trim()]));
        }
        let mut best: Option<(f32, Vec<&'t str>)> = None;
        for to in from + 1..end {
            let (width, words) = line(to);
            if width > em {
                break;
            }
            if self.places[to].2.is_infinite() {
                continue;
            }
            let Some((cost, mut rest)) = self.lines(to, count - 1, em, ideal) else { continue };
            let cost = cost + self.places[to].2 + (width - ideal).abs();
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                rest.insert(0, words.trim());
                best = Some((cost, rest));
            }
        }
        best
    }
}

/// Follows the characters of a text and tells which of them are the unit of a number.
#[derive(Default)]
pub(super) struct Unit {
    /// How many more may belong to the unit that has begun.
    left: usize,
}

impl Unit {
    /// Whether a character and the one before it are parts of one figure with its unit.
    pub(super) fn take(&mut self, before: Option<char>, c: char) -> bool {
        if before.is_some_and(|before| before.is_ascii_digit()) && is_unit(c) {
            self.left = UNIT - 1;
            return true;
        }
        let goes_on = self.left > 0 && is_unit(c);
        self.left = if goes_on { self.left - 1 } else { 0 };
        goes_on
    }
}

/// A character of which units are made: no kana of running text, no mark.
fn is_unit(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | 'ァ'..='ヴ' | 'ー' | '㎡' | '％' | '℃')
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use crate::common;

    fn lines(text: &str, em: f32) -> String {
        parted(text, em, false, false, &common::fonts().metrics).unwrap_or_default().replace('\n', "｜")
    }

    #[test]
    fn a_figure_stays_with_its_unit() {
        assert_eq!(lines("3,480,000千円", 8.0), "", "it fits");
        assert_eq!(lines("3,480,000千円", 6.5), "3,480,000｜千円", "too long, it parts before its unit");
        assert_eq!(
            lines("市民の割合（アンケート）", 7.5),
            "市民の割合｜（アンケート）",
            "nor is a word of katakana torn"
        );
        assert_eq!(lines("98.3%（17/37団体）", 8.0), "98.3%｜（17/37団体）");
    }

    #[test]
    fn no_letter_or_two_are_left_alone() {
        assert_eq!(lines("事務事業及び補助金等の見直し", 13.0), "事務事業及び｜補助金等の見直し");
        assert_eq!(lines("資産の活用と新たな財源の確保", 13.0), "資産の活用と｜新たな財源の確保");
        assert_eq!(lines("市民活動団体への支援", 9.6), "市民活動団体への｜支援", "words stay whole");
        assert_eq!(lines("市民活動支援センターの登録団体数", 15.0), "市民活動支援｜センターの登録団体数");
        assert_eq!(lines("協働の担い手を増やす取組", 10.0), "", "a word of its own may stand there");
        assert_eq!(lines("協働の担い手を増やす取組み", 12.0), "協働の担い手を｜増やす取組み");
    }

    #[test]
    fn centred_lines_are_balanced() {
        let parted = parted("3,200,000千円 / 縮減率10%", 10.5, false, true, &common::fonts().metrics);
        assert_eq!(parted.as_deref(), Some("3,200,000千円 /\n縮減率10%"));
    }

    #[test]
    fn other_texts_are_left_as_they_are() {
        for (text, em) in
            [("市民協働の推進", 10.0), ("市民協働の推進と地域の力の発揮", 10.0), ("", 5.0), ("、。」", 1.0)]
        {
            assert_eq!(lines(text, em), "", "{text}");
        }
        let long = "取組を進める。".repeat(9);
        assert_eq!(lines(&long, 12.4), "", "running text is the typesetter's");
    }
}
