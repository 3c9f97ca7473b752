//! The labels of the years below the plot.

use super::{Layout, MARGIN, Spot};
use crate::geometry::Rect;
use crate::marks::TextKind;
use crate::recording::Align;
use crate::text::{one_line, year_parts};

/// How far a category label may stand beside its tick to stay on the paper.
const SIDESTEP: i32 = 220;
/// Smallest gap between two category labels.
const CATEGORY_GAP: i32 = 90;

impl Layout<'_> {
    /// The category labels, with tops counted from the first row, and the height they take. Tries one line,
    /// then era above number, then every second, third … category; the newest is always labelled.
    pub(super) fn categories(&self, plot: Rect, pad: f64) -> (Vec<Spot>, i32) {
        let count = self.figures.count;
        let step = f64::from(plot.width()) / (count as f64 - 1.0 + 2.0 * pad);
        let x = |index: usize| plot.x0 + ((index as f64 + pad) * step).round() as i32;
        // Many years are better thinned out than cut into three lines each.
        let deepest = if count > 10 { 2 } else { 3 };
        for every in 1..=count {
            let shown: Vec<usize> = (0..count).filter(|i| (count - 1 - i).is_multiple_of(every)).collect();
            let room = (step * every as f64) as i32 - CATEGORY_GAP;
            for depth in 1..=deepest {
                let columns: Vec<(i32, Vec<(String, i32)>)> =
                    shown.iter().map(|&i| (x(i), self.category_lines(i, depth, room))).collect();
                let last = every == count && depth == deepest;
                if last || self.categories_fit(&columns, depth) {
                    return self.category_spots(columns);
                }
            }
        }
        (Vec::new(), 0)
    }

    /// Where a label stands so that it does not leave the paper.
    fn category_x(&self, x: i32, half: i32) -> i32 {
        x.min(self.canvas.x1 - MARGIN / 3 - half).max(self.canvas.x0 + MARGIN / 3 + half)
    }

    fn category_lines(&self, index: usize, depth: usize, room: i32) -> Vec<(String, i32)> {
        let category = &self.chart.categories[index];
        let label = one_line(&category.label);
        let parts = year_parts(&label);
        let lines = match (parts.len(), depth) {
            (_, 1) => vec![label],
            (1, _) => self.ts.wrap(&label, self.sizes.category, false, room.max(self.sizes.category)),
            (_, 2) => vec![parts[0].clone(), parts[1..].concat()],
            _ => parts,
        };
        let second = category.second.as_deref().map(one_line).filter(|second| !second.is_empty());
        let lines = lines.into_iter().filter(|line| !line.is_empty()).map(|line| (line, self.sizes.category));
        lines.chain(second.map(|second| (second, self.sizes.second))).collect()
    }

    fn categories_fit(&self, columns: &[(i32, Vec<(String, i32)>)], depth: usize) -> bool {
        let half = |lines: &[(String, i32)]| {
            lines.iter().map(|(text, size)| self.ts.width(text, *size, false)).max().unwrap_or(0) / 2 + 1
        };
        let places: Vec<(i32, i32)> =
            columns.iter().map(|(x, lines)| (self.category_x(*x, half(lines)), half(lines))).collect();
        let near = columns.iter().zip(&places).all(|((x, _), (at, _))| (x - at).abs() <= SIDESTEP);
        let apart = places.windows(2).all(|pair| pair[0].1 + pair[1].1 + CATEGORY_GAP <= pair[1].0 - pair[0].0);
        near && apart && columns.iter().all(|(_, lines)| lines.len() <= depth + 1)
    }

    fn category_spots(&self, columns: Vec<(i32, Vec<(String, i32)>)>) -> (Vec<Spot>, i32) {
        let deepest = columns.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        let mut spots = Vec::new();
        for (x, lines) in columns {
            let widest = lines.iter().map(|(text, size)| self.ts.width(text, *size, false)).max().unwrap_or(0);
            let x = self.category_x(x, widest / 2 + 1);
            for (row, (text, size)) in lines.into_iter().enumerate() {
                spots.push(Spot {
                    kind: TextKind::Category,
                    text,
                    x,
                    top: row as i32 * self.sizes.category * 5 / 4,
                    size,
                    align: Align::Middle,
                    bold: false,
                });
            }
        }
        (spots, deepest as i32 * self.sizes.category * 5 / 4)
    }
}
