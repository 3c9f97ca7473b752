//! Widths of characters and the breaking of Japanese lines.
//!
//! The typesetter breaks lines of its own; what is measured here decides what
//! it cannot know beforehand: whether an item is taller than a page, whether
//! words fit on a bar, and how high a row of a worksheet has to be.

use std::sync::atomic::{AtomicU32, Ordering};

use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariations};

/// Which face a text is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Setting {
    /// As on the page: letters and digits from the proportional face.
    Page,
    /// As in a worksheet: the fixed-width face alone.
    Worksheet,
}

/// Coverage and advance widths of the four faces.
pub(crate) struct Metrics {
    gothic: [Widths; 2],
    pgothic: [Widths; 2],
}

/// Advance widths of a face, each looked up in the font only once: every character of a paper is
/// asked for several times, and the font's own table is a search.
pub(crate) struct Widths {
    face: FontInstance,
    /// By code point: 0 is not yet asked, [`MISSING`] has no glyph, else the bits of the width in em
    /// and one.
    known: Box<[AtomicU32]>,
}

const MISSING: u32 = u32::MAX;

/// Code points that are remembered: the basic plane.
const PLANE: usize = 0x1_0000;

impl Widths {
    pub(crate) fn new(face: &Font) -> Self {
        let variant = face.info().variant;
        let face = face.clone().instantiate(variant, Abs::pt(8.0), &FontVariations::default());
        Self { face, known: (0..PLANE).map(|_| AtomicU32::new(0)).collect() }
    }

    /// Advance width in em; none when the face has no glyph.
    fn of(&self, c: char) -> Option<f32> {
        let Some(known) = self.known.get(c as usize) else { return self.asked(c) };
        match known.load(Ordering::Relaxed) {
            0 => {
                let found = self.asked(c);
                known.store(found.map_or(MISSING, |em| em.to_bits() + 1), Ordering::Relaxed);
                found
            }
            MISSING => None,
            bits => Some(f32::from_bits(bits - 1)),
        }
    }

    fn asked(&self, c: char) -> Option<f32> {
        let glyph = self.face.ttf().glyph_index(c)?;
        Some(self.face.x_advance(glyph.0).map_or(1.0, |em| em.get() as f32))
    }
}

impl Metrics {
    /// Of Gothic regular and bold, then of the proportional regular and bold.
    pub(crate) fn new([gothic, gothic_bold, pgothic, pgothic_bold]: [Widths; 4]) -> Self {
        Self { gothic: [gothic, gothic_bold], pgothic: [pgothic, pgothic_bold] }
    }

    /// Whether a character can be printed in both weights, or needs no glyph.
    pub(crate) fn has(&self, c: char) -> bool {
        if matches!(c, '\n' | '\t') || is_invisible(c) {
            return true;
        }
        let faces = if c.is_ascii_graphic() { &self.pgothic } else { &self.gothic };
        faces.iter().all(|face| face.of(c).is_some())
    }

    /// Advance width of a character in em.
    pub(crate) fn advance(&self, c: char, setting: Setting, bold: bool) -> f32 {
        if is_invisible(c) || c == '\n' {
            return 0.0;
        }
        let faces = match setting {
            Setting::Page if c.is_ascii_graphic() => &self.pgothic,
            Setting::Page | Setting::Worksheet => &self.gothic,
        };
        faces[usize::from(bold)].of(c).unwrap_or(1.0)
    }

    /// Width of a text set on one line, in em.
    pub(crate) fn width(&self, text: &str, setting: Setting, bold: bool) -> f32 {
        text.chars().map(|c| self.advance(c, setting, bold)).sum()
    }

    /// Breaks a text into lines no wider than `width` em, keeping 禁則: no line
    /// begins with a closing mark or a small kana, none ends with an opening
    /// one, and words of letters and digits stay whole where they can.
    ///
    /// Gives the lines in order; joined (without the line feeds that parted
    /// them) they are the text again.
    pub(crate) fn wrap<'t>(&self, text: &'t str, width: f32, setting: Setting, bold: bool) -> Vec<&'t str> {
        let mut lines = Vec::new();
        for paragraph in text.split('\n') {
            self.wrap_paragraph(paragraph, width, setting, bold, &mut lines);
        }
        lines
    }

    fn wrap_paragraph<'t>(&self, text: &'t str, width: f32, setting: Setting, bold: bool, lines: &mut Vec<&'t str>) {
        // A hair of tolerance keeps ten characters in ten em.
        let limit = width + 0.001;
        let mut begin = 0;
        let mut used = 0.0;
        // The last place the line may end, and the width used up to it.
        let mut chance: Option<(usize, f32)> = None;
        let mut previous: Option<char> = None;
        for (at, c) in text.char_indices() {
            if at > begin && previous.is_some_and(|p| may_break(p, c)) {
                chance = Some((at, used));
            }
            let advance = self.advance(c, setting, bold);
            // The typesetter trims the blank half of a mark at the end of a
            // line and between two marks; a worksheet does not.
            let trims = setting == Setting::Page;
            let trimmed = if trims && CLOSING.contains(c) { advance / 2.0 } else { advance };
            // Once more where even what is carried over is too wide.
            while used + trimmed > limit && at > begin && c != ' ' {
                let (end, width_to_end) = chance.unwrap_or((at, used));
                lines.push(&text[begin..end]);
                begin = end;
                used -= width_to_end;
                chance = None;
            }
            used += advance;
            let meet = previous.is_some_and(|p| CLOSING.contains(p) && (CLOSING.contains(c) || OPENING.contains(c)));
            if trims && meet && at > begin {
                used -= advance / 2.0;
            }
            previous = Some(c);
        }
        lines.push(&text[begin..]);
    }
}

/// Marks for the template where a long word may break and leaves no trace in
/// what a reader copies.
const BREAK: char = '\u{200b}';

/// Marks for the template where a word must be let break at any price: between
/// marks no line would otherwise part.
const FORCED: char = '\u{200c}';

/// A longer word, em, may break even where its column would hold it: justified,
/// the line before it would be torn apart.
const LONGEST_WORD: f32 = 12.0;

impl Metrics {
    /// Lets words break that are wider than `width` em or very long: the
    /// address of a web page must not run over its column. Breaks are allowed
    /// between letters and digits, and anywhere in what is too wide even then.
    pub(crate) fn breakable(&self, text: &str, width: f32) -> String {
        let between_letters = |before: char, after: char| {
            !NOT_AT_END.contains(before) && !NOT_AT_START.contains(after) && !is_quote(before) && !is_quote(after)
        };
        let words = self.part(text, width.min(LONGEST_WORD), BREAK, between_letters);
        let words = words.as_deref().unwrap_or(text);
        self.part(words, width, FORCED, |_, _| true).unwrap_or_else(|| words.to_owned())
    }

    /// Parts the runs wider than `width` wherever `may` allows; `None` when
    /// there are none.
    fn part(&self, text: &str, width: f32, mark: char, may: impl Fn(char, char) -> bool) -> Option<String> {
        let mut out = String::with_capacity(text.len());
        let mut found = false;
        let mut run = String::new();
        let mut close = |run: &mut String, out: &mut String| {
            if self.width(run, Setting::Page, true) > width {
                found = true;
                let mut previous = None;
                for c in run.chars() {
                    if previous.is_some_and(|previous| may(previous, c)) {
                        out.push(mark);
                    }
                    out.push(c);
                    previous = Some(c);
                }
            } else {
                out.push_str(run);
            }
            run.clear();
        };
        let mut previous: Option<char> = None;
        for c in text.chars() {
            let parts = matches!(c, ' ' | '\n' | BREAK);
            if parts || previous.is_some_and(|previous| may_break(previous, c)) {
                close(&mut run, &mut out);
            }
            if parts {
                out.push(c);
                previous = None;
            } else {
                run.push(c);
                previous = Some(c);
            }
        }
        close(&mut run, &mut out);
        found.then_some(out)
    }
}

/// Characters that print nothing and are left out of every file.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\r' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// A text without what prints nothing; a tab is a space.
pub(crate) fn clean(text: &str) -> String {
    text.chars().filter(|&c| !is_invisible(c)).map(|c| if c == '\t' { ' ' } else { c }).collect()
}

/// Signs beside which no space lets a line end.
fn is_quote(c: char) -> bool {
    "\"'/".contains(c)
}

/// Whether a line may end between two characters.
pub(crate) fn may_break(before: char, after: char) -> bool {
    // Most characters of a paper are ideographs, and none of them is a mark.
    let mark = |c: char, marks: &str| !is_ideograph(c) && marks.contains(c);
    let in_word = is_word(before) && is_word(after);
    !in_word && !mark(before, NOT_AT_END) && !mark(after, NOT_AT_START)
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn is_word(c: char) -> bool {
    c.is_ascii_graphic() || matches!(c, '\u{a0}'..='\u{2ff}')
}

/// Full-width marks with a blank half behind them, and before them.
const CLOSING: &str = "、。，．）〕］｝〉》」』】";
const OPENING: &str = "（〔［｛〈《「『【";

/// 行頭禁則: marks and small kana a line must not begin with.
pub(crate) const NOT_AT_START: &str = "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】｠〙〗°′″℃％‰\
    ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ\
    ｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ,.:;?!)]}";

/// 行末禁則: opening marks a line must not end with.
pub(crate) const NOT_AT_END: &str = "‘“（〔［｛〈《「『【｟〘〖｢([{";

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use crate::common;
    use proptest::prelude::*;
    use std::sync::OnceLock;

    fn metrics() -> &'static Metrics {
        static FONTS: OnceLock<crate::Fonts> = OnceLock::new();
        &FONTS.get_or_init(common::fonts).metrics
    }

    #[test]
    fn widths_are_those_of_the_faces() {
        let width = |text: &str, setting| metrics().width(text, setting, false);
        assert_eq!(width("令和年度", Setting::Page), 4.0);
        assert_eq!(width("R5.3", Setting::Worksheet), 2.0, "half an em each");
        let page = width("R5.3", Setting::Page);
        assert!(page > 2.0 && page < 3.0, "proportional: {page}");
        assert_eq!(width("あ\u{200b}\r", Setting::Page), 1.0);
    }

    #[test]
    fn lines_keep_the_marks_together() {
        let wrap = |text, width| metrics().wrap(text, width, Setting::Worksheet, false);
        assert_eq!(wrap("取組を進める。", 6.0), ["取組を進め", "る。"]);
        assert_eq!(wrap("計画（案）の策定", 3.0), ["計画", "（案）", "の策定"]);
        assert_eq!(wrap("サービスの向上", 3.0), ["サービ", "スの向", "上"]);
        assert_eq!(wrap("寄附は48,120千円", 5.0), ["寄附は", "48,120千円"]);
        assert_eq!(wrap("一行目\n\n三行目", 9.0), ["一行目", "", "三行目"]);
        assert_eq!(wrap("ABCDEFGHIJ", 2.0), ["ABCD", "EFGH", "IJ"], "what cannot stay whole");
    }

    #[test]
    fn the_page_trims_marks_as_the_typesetter_does() {
        let wrap = |text, setting| metrics().wrap(text, 5.0, setting, false).len();
        assert_eq!(wrap("取組を進む、", Setting::Page), 2, "half an em too much");
        assert_eq!(wrap("取組を行う", Setting::Page), 1);
        assert_eq!(wrap("「案」「写」", Setting::Page), 1, "half an em less twice");
        assert_eq!(wrap("「案」「写」", Setting::Worksheet), 2);
        assert_eq!(wrap("取組を進、", Setting::Worksheet), 1);
        assert_eq!(wrap("取組を進む、", Setting::Worksheet), 2);
    }

    #[test]
    fn only_words_wider_than_their_column_are_parted() {
        let text = "詳しくはhttps://example.jp/を見る。";
        assert_eq!(metrics().breakable(text, 30.0), text);
        let parted = metrics().breakable(text, 5.0);
        assert!(parted.contains('\u{200b}') && clean(&parted) == text, "{parted}");
        assert!(parted.starts_with("詳しくはh"), "the words before it stay as they are");
    }

    proptest! {
        #[test]
        fn lines_are_the_text_and_no_wider_than_they_may_be(
            text in "[あ-んァ-ヶー、。「」（）a-z0-9一三年度 ]{0,80}",
            width in 2.0f32..20.0,
        ) {
            let lines = metrics().wrap(&text, width, Setting::Worksheet, false);
            prop_assert_eq!(lines.concat(), text.clone());
            for line in &lines {
                let printed = metrics().width(line.trim_end(), Setting::Worksheet, false);
                prop_assert!(printed <= width.max(1.0) + 0.01, "{} em in {}", printed, width);
            }
            let parted = metrics().breakable(&text, width);
            prop_assert_eq!(clean(&parted), text);
        }
    }
}
