//! Places a value label may take around its marker or bar.

use crate::figures::{Cell, Figures};
use crate::geometry::{Rect, Xy};
use crate::marks::TextKind;
use crate::model::Mark;
use crate::placing::{Candidate, Wanted};
use crate::recording::Align;
use crate::text::Typesetter;

/// Distances between a marker or bar end and its label, with their prices; from the third on a leader is drawn.
const DISTANCES: [(i32, i32); 7] = [(55, 0), (120, 4), (250, 12), (420, 17), (620, 22), (860, 28), (1150, 34)];
/// Largest distance of a bar's label: a long leader among bars would look like an axis.
const BAR_DISTANCE: i32 = 620;
/// Free space beside a label inside a bar, both sides together.
const BESIDE: i32 = 75;
/// The same in one of many narrow piles.
const NARROW: i32 = 44;
/// Distance from which a leader is needed to see what is meant.
const LEADER_FROM: i32 = 240;
/// Free space between a leader and the letters it leads to.
const LEADER_GAP: i32 = 18;

/// How many labels a series keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// Every value.
    All,
    /// Every value that finds room, the key ones first.
    Most,
    /// First, last, smallest and largest.
    Key,
}

impl Level {
    /// The categories of a series that keep their label.
    fn keeps(self, cells: &[Cell]) -> Vec<usize> {
        let known: Vec<usize> = (0..cells.len()).filter(|&i| cells[i].figure().is_some()).collect();
        let value = |&i: &usize| cells[i].figure().map(|figure| figure.value);
        if self != Self::Key {
            return known;
        }
        let ends = [known.first(), known.last()];
        let extremes = [known.iter().min_by_key(|i| value(i)), known.iter().max_by_key(|i| value(i))];
        let mut kept: Vec<usize> = ends.into_iter().chain(extremes).flatten().copied().collect();
        kept.sort_unstable();
        kept.dedup();
        kept
    }
}

/// Two opposite corners of a bar as category positions and offsets from the axis end.
pub(crate) type Corners = [(f64, f64); 2];

/// Where the figures were drawn.
#[derive(Clone, Debug)]
pub(crate) struct Plotted {
    /// Marker or bar tip, per series and category.
    pub points: Vec<Vec<Option<Xy>>>,
    /// Bar, per series and category.
    pub bars: Vec<Vec<Option<Rect>>>,
    /// Place of a dash: middle of the column, on the foot of the axis.
    pub feet: Vec<Vec<Xy>>,
    /// Pile total: middle and top of the pile.
    pub piles: Vec<Option<Xy>>,
    /// Half the height of a marker.
    pub radius: i32,
    /// Corners of the bars, per series and category.
    pub corners: Vec<Vec<Option<Corners>>>,
}

/// A label that wants a place, and how it is printed.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    pub kind: TextKind,
    pub lines: Vec<String>,
    pub size: i32,
    pub bold: bool,
    pub align: Align,
    pub wanted: Wanted,
}

/// Makes the labels of the figures.
pub(crate) struct Labels<'a> {
    pub figures: &'a Figures,
    pub plotted: &'a Plotted,
    pub ts: Typesetter<'a>,
    pub size: i32,
    /// Names stand right of the last markers.
    pub direct_names: bool,
}

/// Which way a label leans.
#[derive(Clone, Copy, PartialEq)]
enum Lean {
    Above,
    Below,
}

impl Labels<'_> {
    fn box_of(&self, text: &str, bold: bool) -> (i32, i32) {
        (self.ts.width(text, self.size, bold), self.ts.height(text, self.size, bold))
    }

    /// The labels of one series.
    pub(crate) fn of_series(&self, series: usize, level: Level) -> Vec<Label> {
        let row = &self.figures.rows[series];
        let kept = level.keeps(&row.cells);
        let key = Level::Key.keeps(&row.cells);
        let at_foot = self.labels_at_foot(series);
        let mut labels = Vec::new();
        for (category, cell) in row.cells.iter().enumerate() {
            match cell {
                Cell::Dash(text) if !text.is_empty() => labels.push(self.dash(series, category, text)),
                Cell::Figure(figure) if !figure.label.is_empty() && kept.contains(&category) => {
                    let candidates = match (row.mark, self.plotted.bars[series][category]) {
                        (Mark::Line, _) | (_, None) => self.around_marker(series, category, &figure.label),
                        (Mark::Bar, Some(bar)) => {
                            self.around_bar(bar, figure.tip < figure.base, &figure.label, at_foot)
                        }
                        (Mark::StackedBar, Some(bar)) => self.around_part(bar, &figure.label),
                    };
                    let anchor = if row.mark == Mark::Line { self.plotted.points[series][category] } else { None };
                    labels.push(Label {
                        kind: TextKind::Value { series, category },
                        lines: vec![figure.label.clone()],
                        size: self.size,
                        bold: false,
                        align: Align::Middle,
                        wanted: Wanted {
                            candidates,
                            required: false,
                            first: level == Level::Most && key.contains(&category),
                            anchor,
                        },
                    });
                }
                _ => {}
            }
        }
        labels
    }

    /// The totals above the piles.
    pub(crate) fn of_totals(&self) -> Vec<Label> {
        let mut labels = Vec::new();
        for (category, total) in self.figures.totals.iter().enumerate() {
            let (Some(text), Some(Some(top))) = (total, self.plotted.piles.get(category)) else {
                continue;
            };
            if text.is_empty() {
                continue;
            }
            let (w, h) = self.box_of(text, true);
            let mut candidates = Vec::new();
            let near = if self.figures.many_piles() { 2 } else { DISTANCES.len() };
            for (distance, cost) in DISTANCES.into_iter().take(near) {
                for (shift, price) in [(0, 0), (-w / 4, 2), (w / 4, 2)] {
                    let area = Rect::at(top.0 - w / 2 + shift, top.1 - distance - h, w, h);
                    let leader =
                        (distance >= LEADER_FROM).then_some((*top, (area.nearest(*top).0, area.y1 + LEADER_GAP)));
                    candidates.push(Candidate { area, leader, cost: cost + price });
                }
            }
            labels.push(Label {
                kind: TextKind::Total { category },
                lines: vec![text.clone()],
                size: self.size,
                bold: true,
                align: Align::Middle,
                wanted: Wanted { candidates, required: false, first: false, anchor: None },
            });
        }
        labels
    }

    fn dash(&self, series: usize, category: usize, text: &str) -> Label {
        let foot = self.plotted.feet[series][category];
        // Bold, because the thin stroke of a dash would pass for a speck of dust.
        let (w, h) = self.box_of(text, true);
        // Dashes of several series for the same year stand side by side.
        let same: Vec<usize> = (0..self.figures.rows.len())
            .filter(|&other| matches!(self.figures.rows[other].cells[category], Cell::Dash(_)))
            .filter(|&other| self.plotted.feet[other][category] == foot)
            .collect();
        let rank = same.iter().position(|&other| other == series).unwrap_or(0) as i32;
        let aside = (2 * rank - (same.len() as i32 - 1)) * (w + 80) / 2;
        let mut candidates = Vec::new();
        for up in 0..12 {
            for (shift, price) in [(0, 0), (-w / 2, 6), (w / 2, 6), (-w, 9), (w, 9)] {
                let area = Rect::at(foot.0 - w / 2 + aside + shift, foot.1 - 60 - h - up * h * 2 / 3, w, h);
                candidates.push(Candidate { area, leader: None, cost: up * 5 + price });
            }
        }
        Label {
            kind: TextKind::Dash { series, category },
            lines: vec![text.to_owned()],
            size: self.size,
            bold: true,
            align: Align::Middle,
            wanted: Wanted { candidates, required: false, first: false, anchor: None },
        }
    }

    /// Above a peak, below a valley, away from the nearest other line.
    fn lean(&self, series: usize, category: usize, at: Xy) -> Lean {
        let row = &self.plotted.points[series];
        let neighbours: Vec<i32> = [category.checked_sub(1), Some(category + 1)]
            .into_iter()
            .flatten()
            .filter_map(|i| row.get(i).copied().flatten().map(|p| p.1))
            .collect();
        let others =
            self.figures.rows.iter().enumerate().filter(|(index, other)| *index != series && other.mark == Mark::Line);
        let (mut above, mut below) = (i32::MAX, i32::MAX);
        for (index, _) in others {
            if let Some(p) = self.plotted.points[index][category] {
                if p.1 < at.1 {
                    above = above.min(at.1 - p.1);
                } else {
                    below = below.min(p.1 - at.1);
                }
            }
        }
        if above < 1300 && above < below {
            return Lean::Below;
        }
        let higher = neighbours.iter().filter(|&&y| y < at.1 - 60).count();
        if below > 1300 && neighbours.len() == 2 && higher == 2 { Lean::Below } else { Lean::Above }
    }

    fn around_marker(&self, series: usize, category: usize, text: &str) -> Vec<Candidate> {
        let Some(at) = self.plotted.points[series][category] else {
            return Vec::new();
        };
        let lean = self.lean(series, category, at);
        let named = self.direct_names && self.figures.rows[series].last() == Some(category);
        around_point(at, self.plotted.radius, self.box_of(text, false), lean == Lean::Below, if named { 20 } else { 8 })
    }

    /// Where lines run over the bars, a series keeps its labels at the feet of its bars, if all fit there.
    fn labels_at_foot(&self, series: usize) -> bool {
        let row = &self.figures.rows[series];
        self.figures.rows.iter().any(|row| row.mark == Mark::Line)
            && row.cells.iter().zip(&self.plotted.bars[series]).all(|(cell, bar)| match (cell.figure(), bar) {
                (Some(figure), Some(bar)) => fits(self.box_of(&figure.label, false), bar, BESIDE),
                _ => true,
            })
    }

    fn around_bar(&self, bar: Rect, downwards: bool, text: &str, at_foot: bool) -> Vec<Candidate> {
        let (w, h) = self.box_of(text, false);
        let x = bar.centre().0;
        let mut candidates = Vec::new();
        let (tip, foot, out) = if downwards { (bar.y1, bar.y0, 1) } else { (bar.y0, bar.y1, -1) };
        for (distance, cost) in DISTANCES.into_iter().filter(|(far, _)| *far <= BAR_DISTANCE) {
            for (shift, price) in [(0, 0), (-w / 4, 3), (w / 4, 3)] {
                let middle = tip + out * (distance + h / 2);
                let area = Rect::at(x - w / 2 + shift, middle - h / 2, w, h);
                let end = if downwards { area.y0 - LEADER_GAP } else { area.y1 + LEADER_GAP };
                let leader = (distance >= LEADER_FROM).then_some(((x, tip), (area.nearest((x, tip)).0, end)));
                let price = price + cost + if at_foot { 5 } else { 0 };
                candidates.push(Candidate { area, leader, cost: price });
            }
        }
        let inside =
            |middle: i32, cost: i32| Candidate { area: Rect::at(x - w / 2, middle - h / 2, w, h), leader: None, cost };
        if fits((w, h), &bar, BESIDE) {
            candidates.push(inside(foot + out * (60 + h / 2), if at_foot { 0 } else { 9 }));
            candidates.push(inside(tip - out * (60 + h / 2), if at_foot { 2 } else { 6 }));
            let room = bar.height() - h - 120;
            for eighth in 1..8 {
                candidates.push(inside(foot + out * (60 + h / 2 + room * eighth / 8), 10));
            }
        }
        candidates
    }

    /// In the middle of its part of the pile, or beside it where the part is too low.
    fn around_part(&self, bar: Rect, text: &str) -> Vec<Candidate> {
        let (w, h) = self.box_of(text, false);
        let (x, y) = bar.centre();
        let mut candidates = Vec::new();
        let beside = if self.figures.many_piles() { NARROW } else { BESIDE };
        if fits((w, h), &bar, beside) {
            let room = (bar.height() - h - 70) / 2;
            for (shift, cost) in
                [(0, 0), (room / 3, 2), (-room / 3, 2), (room * 2 / 3, 3), (-room * 2 / 3, 3), (room, 4), (-room, 4)]
            {
                candidates.push(Candidate { area: Rect::at(x - w / 2, y - h / 2 + shift, w, h), leader: None, cost });
            }
        }
        if self.figures.many_piles() {
            return candidates;
        }
        for (step, cost) in [(0, 10), (1, 14), (-1, 14), (2, 18), (-2, 18), (3, 23), (-3, 23), (4, 28), (-4, 28)] {
            let middle = y + step * h * 2 / 3;
            for (edge, x0, price) in [(bar.x1, bar.x1 + 110, 0), (bar.x0, bar.x0 - 110 - w, 2)] {
                let area = Rect::at(x0, middle - h / 2, w, h);
                let end = (if x0 > edge { area.x0 - 20 } else { area.x1 + 20 }, middle);
                let leader = Some(((edge, y), end));
                candidates.push(Candidate { area, leader, cost: cost + price });
            }
        }
        candidates
    }
}

/// Whether a label fits into a bar with the free space that is kept to its edges.
fn fits((w, h): (i32, i32), bar: &Rect, beside: i32) -> bool {
    w + beside <= bar.width() && h + 70 <= bar.height()
}

/// Places around a marker: above and below at several distances, sideways, then farther away with a leader.
pub(crate) fn around_point(
    at: Xy,
    radius: i32,
    (w, h): (i32, i32),
    below_first: bool,
    sideways: i32,
) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let diagonal = w / 2 + radius;
    let shifts = [(0, 0), (-w / 4, 2), (w / 4, 2), (-w / 2, 4), (w / 2, 4), (-diagonal, 6), (diagonal, 6)];
    for (distance, cost) in DISTANCES {
        for up in [true, false] {
            let turned = if up == below_first { 5 } else { 0 };
            for (shift, price) in shifts {
                let y0 = if up { at.1 - radius - distance - h } else { at.1 + radius + distance };
                let area = Rect::at(at.0 - w / 2 + shift, y0, w, h);
                let leader = (distance >= LEADER_FROM).then(|| leader_to(at, radius, &area));
                candidates.push(Candidate { area, leader, cost: cost + price + turned });
            }
        }
        for right in [true, false] {
            for (shift, price) in [(0, 0), (-h / 2, 2), (h / 2, 2), (-h, 4), (h, 4)] {
                let x0 = if right { at.0 + radius + distance } else { at.0 - radius - distance - w };
                let area = Rect::at(x0, at.1 - h / 2 + shift, w, h);
                let leader = (distance >= LEADER_FROM).then(|| leader_to(at, radius, &area));
                candidates.push(Candidate { area, leader, cost: cost + price + sideways });
            }
        }
    }
    candidates
}

/// A leader from the rim of a marker to a box.
pub(crate) fn leader_to(at: Xy, radius: i32, area: &Rect) -> (Xy, Xy) {
    let end = area.grown(LEADER_GAP).nearest(at);
    let length = f64::from(crate::geometry::distance(at, end)).max(1.0);
    let rim = f64::from(radius) + 10.0;
    let start = (
        at.0 + (f64::from(end.0 - at.0) * rim / length).round() as i32,
        at.1 + (f64::from(end.1 - at.1) * rim / length).round() as i32,
    );
    (start, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::Figure;
    use rust_decimal::Decimal;

    fn cells(values: &[i64]) -> Vec<Cell> {
        let figure = |&v: &i64| {
            let value = Decimal::from(v);
            Cell::Figure(Figure { value, label: v.to_string(), firm: true, base: Decimal::ZERO, tip: value })
        };
        values.iter().map(figure).collect()
    }

    #[test]
    fn a_dense_series_keeps_its_ends_and_extremes() {
        let mut cells = cells(&[5, 9, 4, 1, 7, 6]);
        cells.push(Cell::Gap);
        assert_eq!(Level::All.keeps(&cells), [0, 1, 2, 3, 4, 5]);
        assert_eq!(Level::Key.keeps(&cells), [0, 1, 3, 5]);
    }
}
