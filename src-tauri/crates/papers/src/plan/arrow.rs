//! Words on the bars of a schedule.

use serde::Serialize;

use crate::measure::{Metrics, Setting, may_break};

use super::PT;

/// Largest and smallest size of words on a bar, pt.
const SIZE_PT: f32 = 7.0;
const FLOOR_PT: f32 = 5.5;
const STEP_PT: f32 = 0.25;

/// What a point of size is worth, in em of difference between two lines.
const SHRINK_COST: f32 = 2.0;

/// Length of the point of a bar and the space beside its words, mm.
pub(crate) const POINT: f32 = 2.2;
const PADDING: f32 = 0.8;

/// Distance of the lines on a bar, parts of their size.
pub(crate) const ARROW_PITCH: f32 = 1.2;

/// Least height of a bar, mm.
const LEAST_HEIGHT: f32 = 4.8;

/// Words broken and sized so that they stand inside their bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct FittedWords {
    /// Lines from top to bottom; none for a bar without words.
    pub lines: Vec<String>,
    /// Size, pt.
    pub size: f32,
    /// Height the bar needs, mm.
    pub height: f32,
}

/// Tallest bar, mm; words that need more are set as text without an arrow.
const TALLEST: f32 = 60.0;

impl FittedWords {
    /// Fits words on a bar of the page; `None` when they would make it absurdly
    /// tall.
    pub(crate) fn on_page(words: &str, width: f32, metrics: &Metrics) -> Option<Self> {
        let fitted = Self::new(words, width, Setting::Page, metrics);
        (fitted.height <= TALLEST).then_some(fitted)
    }

    /// Fits words on a bar of a width in mm: on one line as large as can be,
    /// then on two, then at the smallest size on as many as it takes.
    pub(crate) fn new(words: &str, width: f32, setting: Setting, metrics: &Metrics) -> Self {
        let room = (width - POINT - 2.0 * PADDING).max(1.0);
        let words = words.trim();
        if words.is_empty() {
            return Self::of(Vec::new(), SIZE_PT);
        }
        let measure = Measure { setting, metrics };
        let steps = ((SIZE_PT - FLOOR_PT) / STEP_PT).round() as usize;
        let sizes = (0..=steps).map(|step| SIZE_PT - step as f32 * STEP_PT);
        let em_at = |size: f32| room / (size * PT);
        if let Some(size) = sizes.clone().find(|&size| measure.width(words) <= em_at(size))
            && !words.contains('\n')
        {
            return Self::of(vec![words.to_owned()], size);
        }
        let halves = sizes
            .filter_map(|size| {
                let (cost, halves) = measure.halves(words, em_at(size))?;
                Some((cost + (SIZE_PT - size) * SHRINK_COST, size, halves))
            })
            .min_by(|one, other| one.0.total_cmp(&other.0));
        if let Some((_, size, halves)) = halves {
            return Self::of(halves, size);
        }
        let em = room / (FLOOR_PT * PT);
        Self::of(owned(measure.wrap(words, em)), FLOOR_PT)
    }

    fn of(lines: Vec<String>, size: f32) -> Self {
        let text = (lines.len().max(1) as f32 - 1.0) * ARROW_PITCH + 1.0;
        let height = (text * size * PT + 1.8).max(LEAST_HEIGHT);
        Self { lines, size, height }
    }
}

struct Measure<'m> {
    setting: Setting,
    metrics: &'m Metrics,
}

impl Measure<'_> {
    fn wrap<'t>(&self, words: &'t str, em: f32) -> Vec<&'t str> {
        self.metrics.wrap(words, em, self.setting, false)
    }

    fn width(&self, words: &str) -> f32 {
        self.metrics.width(words, self.setting, false)
    }

    /// The best way to part words into two lines of at most `em`, and its cost:
    /// the difference of their lengths and [`break_cost`].
    fn halves(&self, words: &str, em: f32) -> Option<(f32, Vec<String>)> {
        let places = words.char_indices().skip(1).filter_map(|(at, after)| {
            let (first, second) = words.split_at(at);
            let before = first.chars().next_back()?;
            let halves = [first.trim_end(), second.trim_start()];
            let widths = halves.map(|half| self.width(half));
            let fits = widths.iter().all(|width| *width <= em + 0.01);
            let single = halves.iter().all(|half| !half.contains('\n'));
            let cost = (widths[0] - widths[1]).abs() + break_cost(before, after);
            (fits && single && may_break(before, after)).then(|| (cost, halves.map(str::to_owned)))
        });
        let (cost, halves) = places.min_by(|one, other| one.0.total_cmp(&other.0))?;
        Some((cost, halves.to_vec()))
    }
}

/// What it costs to break words between two characters, in em of difference
/// between the lines: nothing after a ・ or before a bracket, little where a
/// word ends, most inside a word of katakana.
pub(super) fn break_cost(before: char, after: char) -> f32 {
    let is_katakana = |c: char| ('ァ'..='ー').contains(&c) && c != '・';
    let is_kana = |c: char| ('ぁ'..='ー').contains(&c) && c != '・';
    if "・、／ 　".contains(before) || "（(".contains(after) {
        0.0
    } else if is_katakana(before) && is_katakana(after) {
        8.0
    } else if is_katakana(before) != is_katakana(after) || (is_kana(before) && !is_kana(after)) {
        1.0
    } else {
        4.0
    }
}

fn owned(lines: Vec<&str>) -> Vec<String> {
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use crate::common;

    fn lines(words: &str, width: f32) -> (Vec<String>, f32) {
        let fitted = FittedWords::new(words, width, Setting::Page, &common::fonts().metrics);
        (fitted.lines, fitted.size)
    }

    #[test]
    fn words_shrink_before_they_break() {
        assert_eq!(lines("実施", 15.0), (vec!["実施".to_owned()], 7.0));
        assert_eq!(lines("基本設計案", 15.0), (vec!["基本設計案".to_owned()], 6.25));
        let (two, size) = lines("実証実験・検証", 15.0);
        assert_eq!((two, size), (vec!["実証実験・".to_owned(), "検証".to_owned()], 6.25));
    }

    #[test]
    fn words_break_where_one_ends() {
        for (words, expected) in [
            ("ガイドライン策定準備", ["ガイドライン", "策定準備"]),
            ("検討・説明・実施", ["検討・", "説明・実施"]),
            ("実証実験(令和5年度)", ["実証実験", "(令和5年度)"]),
            ("見直しの結果の反映", ["見直しの", "結果の反映"]),
        ] {
            assert_eq!(lines(words, 17.0).0, expected, "{words}");
        }
    }

    #[test]
    fn no_word_is_lost_however_narrow_the_bar() {
        for width in [3.0, 5.0, 8.0, 15.5, 40.0] {
            for words in ["実施・検証・実施", "Web-PFI導入可能性調査(令和5年3月まで)", "、。」", ""]
            {
                let (lines, size) = lines(words, width);
                assert_eq!(lines.concat(), words, "{width} mm");
                assert!((FLOOR_PT..=SIZE_PT).contains(&size));
            }
        }
    }
}
