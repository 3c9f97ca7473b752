//! Words on the bars of a schedule.

use serde::Serialize;

use crate::measure::{Metrics, Setting, may_break};

use super::PT;

/// Largest and smallest size of words on a bar, pt.
const SIZE_PT: f32 = 7.0;
const FLOOR_PT: f32 = 5.5;
const STEP_PT: f32 = 0.25;

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
        for most in [1, 2] {
            for size in sizes.clone() {
                let em = room / (size * PT);
                let lines = measure.wrap(words, em);
                if lines.len() <= most && measure.fits(&lines, em) {
                    return Self::of(measure.balance(words, em, lines), size);
                }
            }
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

    fn fits(&self, lines: &[&str], em: f32) -> bool {
        lines.iter().all(|line| self.width(line.trim_end()) <= em + 0.01)
    }

    /// Breaks words into two lines of about the same length, after a ・ or
    /// before a bracket where the lengths allow it; other numbers of lines stay
    /// as they are.
    fn balance(&self, words: &str, em: f32, lines: Vec<&str>) -> Vec<String> {
        if lines.len() != 2 || words.contains('\n') {
            return owned(lines);
        }
        let mut best: Option<(f32, usize)> = None;
        for (at, c) in words.char_indices().skip(1) {
            let (first, second) = words.split_at(at);
            let before = first.chars().next_back().unwrap_or(' ');
            let halves = [first.trim_end(), second.trim_start()];
            if !may_break(before, c) || !self.fits(&halves, em) {
                continue;
            }
            let widths = halves.map(|half| self.width(half));
            let natural = "・、／ 　".contains(before) || "（(".contains(c);
            let cost = (widths[0] - widths[1]).abs() + if natural { 0.0 } else { 4.0 };
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, at));
            }
        }
        match best {
            Some((_, at)) => {
                vec![words[..at].trim_end().to_owned(), words[at..].trim().to_owned()]
            }
            None => owned(lines),
        }
    }
}

fn owned(lines: Vec<&str>) -> Vec<String> {
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}
