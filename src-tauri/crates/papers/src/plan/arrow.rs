//! Words on the bars of a schedule.

use serde::Serialize;

use crate::measure::{Metrics, Setting};

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

impl FittedWords {
    /// Fits words on a bar of a width in mm: on one line as large as can be,
    /// then on two, then at the smallest size on as many as it takes.
    pub(crate) fn new(words: &str, width: f32, metrics: &Metrics) -> Self {
        let room = (width - POINT - 2.0 * PADDING).max(1.0);
        let words = words.trim();
        if words.is_empty() {
            return Self::of(Vec::new(), SIZE_PT);
        }
        let steps = ((SIZE_PT - FLOOR_PT) / STEP_PT).round() as usize;
        let sizes = (0..=steps).map(|step| SIZE_PT - step as f32 * STEP_PT);
        for most in [1, 2] {
            for size in sizes.clone() {
                let em = room / (size * PT);
                let lines = metrics.wrap(words, em, Setting::Page, false);
                if lines.len() <= most && fits(&lines, em, metrics) {
                    return Self::of(balance(words, em, lines.len(), metrics), size);
                }
            }
        }
        let em = room / (FLOOR_PT * PT);
        Self::of(owned(metrics.wrap(words, em, Setting::Page, false)), FLOOR_PT)
    }

    fn of(lines: Vec<String>, size: f32) -> Self {
        let text = (lines.len().max(1) as f32 - 1.0) * ARROW_PITCH + 1.0;
        let height = (text * size * PT + 1.8).max(LEAST_HEIGHT);
        Self { lines, size, height }
    }
}

fn fits(lines: &[&str], em: f32, metrics: &Metrics) -> bool {
    lines.iter().all(|line| metrics.width(line.trim_end(), Setting::Page, false) <= em + 0.01)
}

/// Breaks words into `count` lines of about the same length.
fn balance(words: &str, em: f32, count: usize, metrics: &Metrics) -> Vec<String> {
    let wrap = |em| metrics.wrap(words, em, Setting::Page, false);
    let mut best = wrap(em);
    let mut narrower = em - 0.5;
    while count > 1 && narrower > 1.0 {
        let lines = wrap(narrower);
        if lines.len() > count || !fits(&lines, narrower, metrics) {
            break;
        }
        best = lines;
        narrower -= 0.5;
    }
    owned(best)
}

fn owned(lines: Vec<&str>) -> Vec<String> {
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}
