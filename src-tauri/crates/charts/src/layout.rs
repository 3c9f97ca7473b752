//! Divides the paper: title, legend, axis units, plot, category labels, right column, notes.

mod categories;
mod legend;

use crate::figures::Figures;
use crate::geometry::Rect;
use crate::marks::{TextKind, text_area};
use crate::model::{Chart, Side};
use crate::recording::Align;
use crate::scale::Scale;
use crate::text::{Typesetter, lines_of, one_line};
use crate::theme::Sizes;

/// Free edge of the paper.
const MARGIN: i32 = 300;
/// Smallest plot.
const LEAST_PLOT: (i32, i32) = (2200, 1600);
/// From the axis down to the category labels; covers the ticks and half a tick label.
const BELOW_AXIS: i32 = 190;
/// From an axis to its tick labels.
const BESIDE_AXIS: i32 = 110;
/// From the plot to the texts of the right column.
const COLUMN_GAP: i32 = 150;

/// One line of text with a fixed place.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    pub kind: TextKind,
    pub text: String,
    /// Anchor: left end, middle or right end.
    pub x: i32,
    /// Top of the em box.
    pub top: i32,
    pub size: i32,
    pub align: Align,
    pub bold: bool,
}

impl Spot {
    /// The box of its letters.
    pub(crate) fn area(&self, ts: &Typesetter<'_>) -> Rect {
        let baseline = self.top + (crate::fonts::ASCENT * f64::from(self.size)).round() as i32;
        text_area(
            (self.x, baseline),
            ts.width(&self.text, self.size, self.bold),
            ts.reach(&self.text, self.size, self.bold),
            self.align,
        )
    }
}

/// Where the names of the series are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamePlace {
    /// Nowhere: one series, named by the title.
    Title,
    /// At the end of each line.
    Direct,
    /// In the legend above the plot.
    Above,
    /// In the legend right of the plot.
    Right,
}

/// Where the words of the targets are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GoalPlace {
    /// Right of the plot, at the height of the line.
    Column,
    /// In the plot, beside the line.
    Inside,
    /// In the legend.
    Legend,
}

/// One way to lay a chart out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub names: NamePlace,
    pub goals: GoalPlace,
}

/// What a legend key stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum KeyOf {
    Series(usize),
    Goal(usize),
}

/// The sample of a legend entry: a box to draw it in.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub of: KeyOf,
    pub area: Rect,
}

/// The divided paper.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub canvas: Rect,
    pub plot: Rect,
    pub spots: Vec<Spot>,
    pub keys: Vec<Key>,
    /// Left end of the right column.
    pub column: i32,
    /// Free space between the outermost categories and the sides of the plot, in category widths.
    pub pad: f64,
}

/// Why a plan does not work.
#[derive(Clone, Debug)]
pub(crate) enum Misfit {
    /// Another plan may do.
    Crowded,
    /// The paper lacks so much width and height, in 1/100 mm.
    Small { width: i32, height: i32 },
}

/// Lines of a target in the right column, or on one line elsewhere.
pub(crate) fn goal_lines(figures: &Figures, goal: usize, ts: &Typesetter<'_>, sizes: &Sizes, most: i32) -> Vec<String> {
    let lines = &figures.goals[goal].lines;
    lines.iter().flat_map(|line| ts.wrap(line, sizes.target, false, most)).collect()
}

/// Width of the arrow before the words of a target beyond the edge.
pub(crate) fn arrow_width(size: i32) -> i32 {
    size * 8 / 10
}

/// Widest text the right column takes on a paper of a width.
pub(crate) fn column_most(width: i32) -> i32 {
    width * 27 / 100
}

/// Lays out one chart.
pub(crate) struct Layout<'a> {
    pub chart: &'a Chart,
    pub figures: &'a Figures,
    pub ts: Typesetter<'a>,
    pub sizes: Sizes,
    pub plan: Plan,
    pub canvas: Rect,
    /// Which targets lie beyond the ends of their axis and get an arrow before their words.
    pub beyond: Vec<bool>,
}

impl Layout<'_> {
    /// Name and unit above the axes, set upwards from `bottom`; returns their height. With `bottom` unknown
    /// the spots are moved later.
    fn unit_lines(&self) -> [Vec<String>; 2] {
        let room = self.canvas.width() - 2 * MARGIN;
        let most = if self.chart.right.is_some() { room * 48 / 100 } else { room };
        let lines = |axis: Option<&crate::model::Axis>| -> Vec<String> {
            let Some(axis) = axis else { return Vec::new() };
            let text = format!("{}{}", axis.name.as_deref().map(one_line).unwrap_or_default(), one_line(&axis.unit));
            if text.is_empty() { Vec::new() } else { self.ts.wrap(&text, self.sizes.tick, false, most) }
        };
        [lines(Some(&self.chart.left)), lines(self.chart.right.as_ref())]
    }

    fn push_units(&self, lines: &[Vec<String>; 2], bottom: i32, plot: Rect, spots: &mut Vec<Spot>) {
        let step = self.sizes.tick * 5 / 4;
        for (side, lines) in lines.iter().enumerate() {
            for (index, text) in lines.iter().enumerate() {
                let width = self.ts.width(text, self.sizes.tick, false);
                // The unit hangs over its axis, like the tick labels, as far as the paper allows.
                let (x, align) = if side == 0 {
                    ((plot.x0 - BESIDE_AXIS / 2).max(self.canvas.x0 + MARGIN / 2 + width), Align::End)
                } else {
                    ((plot.x1 + BESIDE_AXIS / 2).min(self.canvas.x1 - MARGIN / 2 - width), Align::Start)
                };
                spots.push(Spot {
                    kind: TextKind::Unit,
                    text: text.clone(),
                    x,
                    top: bottom - step * (lines.len() - index) as i32,
                    size: self.sizes.tick,
                    align,
                    bold: false,
                });
            }
        }
    }

    /// Notes and source, set upwards from the lower edge; returns the y they begin at.
    fn notes(&self, spots: &mut Vec<Spot>) -> i32 {
        let size = self.sizes.note;
        let step = size * 13 / 10;
        let (left, right) = (self.canvas.x0 + MARGIN, self.canvas.x1 - MARGIN);
        let wrap = |text: &str| self.ts.wrap(text, size, false, right - left);
        let notes: Vec<String> = self.chart.notes.iter().filter(|n| !n.is_empty()).flat_map(|n| wrap(n)).collect();
        let source: Vec<String> = self.chart.source.iter().filter(|s| !s.is_empty()).flat_map(|s| wrap(s)).collect();
        let same_row = match (notes.last(), source.as_slice()) {
            (Some(note), [source]) => {
                self.ts.width(note, size, false) + self.ts.width(source, size, false) + 2 * size <= right - left
            }
            _ => false,
        };
        let rows = (notes.len() + source.len() - usize::from(same_row)) as i32;
        let top = self.canvas.y1 - MARGIN * 2 / 3 - rows * step;
        let spot = |kind, text: &String, row: i32, x, align| Spot {
            kind,
            text: text.clone(),
            x,
            top: top + row * step,
            size,
            align,
            bold: false,
        };
        for (row, text) in notes.iter().enumerate() {
            spots.push(spot(TextKind::Note, text, row as i32, left, Align::Start));
        }
        let first = notes.len() as i32 - i32::from(same_row);
        for (row, text) in source.iter().enumerate() {
            spots.push(spot(TextKind::Source, text, first + row as i32, right, Align::End));
        }
        if rows == 0 { top } else { top - size * 6 / 10 }
    }

    /// Width of the texts right of the plot, without the gap.
    fn column_width(&self) -> i32 {
        let most = column_most(self.canvas.width());
        let mut width = 0;
        if self.plan.goals == GoalPlace::Column {
            for goal in 0..self.figures.goals.len() {
                let lines = goal_lines(self.figures, goal, &self.ts, &self.sizes, most);
                let arrow = if self.beyond[goal] { arrow_width(self.sizes.target) } else { 0 };
                width = width.max(arrow + self.ts.widest(lines.iter().map(String::as_str), self.sizes.target, false));
            }
        }
        match self.plan.names {
            NamePlace::Direct => {
                for row in &self.figures.rows {
                    let lines = self.ts.wrap(&row.name, self.sizes.legend, false, most);
                    width = width.max(self.ts.widest(lines.iter().map(String::as_str), self.sizes.legend, false));
                }
            }
            NamePlace::Right => {
                for (index, row) in self.figures.rows.iter().enumerate() {
                    let lines = self.ts.wrap(&row.name, self.sizes.legend, false, most);
                    let key = self.key_width(KeyOf::Series(index)) + self.sizes.legend / 3;
                    width = width.max(key + self.ts.widest(lines.iter().map(String::as_str), self.sizes.legend, false));
                }
            }
            NamePlace::Title | NamePlace::Above => {}
        }
        width
    }

    /// Divides the paper for the chosen scales; `minus` is the sign of negative ticks.
    pub(crate) fn frame(&self, left: &Scale, right: Option<&Scale>, minus: char) -> Result<Frame, Misfit> {
        let mut spots = Vec::new();
        let mut keys = Vec::new();
        let mut y = self.canvas.y0 + MARGIN;
        y += self.title(y, &mut spots);
        let mut entries = if self.plan.names == NamePlace::Right { Vec::new() } else { self.series_keys() };
        entries.extend(self.goal_keys());
        if !entries.is_empty() {
            y += self.legend_rows(&entries, y, &mut spots, &mut keys);
        }
        let units = self.unit_lines();
        let deep = units.iter().map(Vec::len).max().unwrap_or(0) as i32;
        y += deep * self.sizes.tick * 5 / 4;
        let half_tick = self.sizes.tick * 6 / 10;
        let notes_top = self.notes(&mut spots);

        let labels = |scale: &Scale| -> Vec<String> { scale.ticks().iter().map(|&t| scale.print(t, minus)).collect() };
        let (left_labels, right_labels) = (labels(left), right.map(labels).unwrap_or_default());
        let widest = |labels: &[String]| self.ts.widest(labels.iter().map(String::as_str), self.sizes.tick, false);
        let column = self.column_width();
        let mut plot = Rect {
            x0: self.canvas.x0 + MARGIN + widest(&left_labels) + BESIDE_AXIS,
            y0: y + half_tick,
            x1: self.canvas.x1 - MARGIN,
            y1: notes_top,
        };
        let mut column_x = plot.x1 + COLUMN_GAP;
        if right.is_some() {
            plot.x1 -= widest(&right_labels) + BESIDE_AXIS;
        } else if column > 0 {
            plot.x1 -= column + COLUMN_GAP;
            column_x = plot.x1 + COLUMN_GAP;
            if plot.width() < self.canvas.width() * 52 / 100 {
                return Err(Misfit::Crowded);
            }
        }
        if plot.width() < LEAST_PLOT.0 {
            return Err(Misfit::Small { width: LEAST_PLOT.0 - plot.width(), height: 0 });
        }
        let pad = self.pad(plot.width());
        let (rows, height) = self.categories(plot, pad);
        plot.y1 -= height + BELOW_AXIS;
        if plot.height() < LEAST_PLOT.1 {
            return Err(Misfit::Small { width: 0, height: LEAST_PLOT.1 - plot.height() });
        }
        spots.extend(rows.into_iter().map(|spot| Spot { top: spot.top + plot.y1 + BELOW_AXIS, ..spot }));
        self.push_units(&units, plot.y0 - half_tick, plot, &mut spots);
        self.push_ticks(&left_labels, Side::Left, plot, &mut spots);
        self.push_ticks(&right_labels, Side::Right, plot, &mut spots);
        if self.plan.names == NamePlace::Right {
            let most = column_most(self.canvas.width());
            let mut top = plot.y0;
            for of in self.series_keys() {
                let lines = self.ts.wrap(&self.key_text(of).0, self.sizes.legend, false, most);
                self.legend_entry(of, &lines, (column_x, top), &mut spots, &mut keys);
                top += self.sizes.legend * 8 / 5 + (lines.len() as i32 - 1) * self.sizes.legend * 5 / 4;
            }
            if top > plot.y1 {
                return Err(Misfit::Crowded);
            }
        }
        Ok(Frame { canvas: self.canvas, plot, spots, keys, column: column_x, pad })
    }

    fn title(&self, top: i32, spots: &mut Vec<Spot>) -> i32 {
        let size = self.sizes.title;
        let room = self.canvas.width() - 2 * MARGIN;
        let lines: Vec<String> = lines_of(&self.chart.title)
            .iter()
            .filter(|line| !line.is_empty())
            .flat_map(|line| self.balanced(line, size, room))
            .collect();
        for (index, text) in lines.iter().enumerate() {
            spots.push(Spot {
                kind: TextKind::Title,
                text: text.clone(),
                x: (self.canvas.x0 + self.canvas.x1) / 2,
                top: top + index as i32 * size * 13 / 10,
                size,
                align: Align::Middle,
                bold: true,
            });
        }
        if lines.is_empty() { 0 } else { lines.len() as i32 * size * 13 / 10 + size / 3 }
    }

    /// Breaks a title into lines of about the same length.
    fn balanced(&self, line: &str, size: i32, room: i32) -> Vec<String> {
        let lines = self.ts.wrap(line, size, true, room);
        if lines.len() < 2 {
            return lines;
        }
        let count = lines.len();
        let even = self.ts.width(line, size, true) / count as i32;
        (0..8)
            .map(|i| self.ts.wrap(line, size, true, (even + i * size / 2).min(room)))
            .find(|tried| tried.len() <= count)
            .unwrap_or(lines)
    }

    fn push_ticks(&self, labels: &[String], side: Side, plot: Rect, spots: &mut Vec<Spot>) {
        let steps = labels.len().saturating_sub(1).max(1) as i32;
        for (index, text) in labels.iter().enumerate() {
            let y = plot.y1 - plot.height() * index as i32 / steps;
            let (x, align) = match side {
                Side::Left => (plot.x0 - BESIDE_AXIS, Align::End),
                Side::Right => (plot.x1 + BESIDE_AXIS, Align::Start),
            };
            spots.push(Spot {
                kind: TextKind::Tick,
                text: text.clone(),
                x,
                top: y - self.sizes.tick / 2,
                size: self.sizes.tick,
                align,
                bold: false,
            });
        }
    }

    /// Lines need less free space at the sides than bars, which take half a category.
    fn pad(&self, width: i32) -> f64 {
        let count = self.figures.count as f64;
        if self.figures.has_bars() || self.figures.count < 2 {
            return 0.5;
        }
        let labels = self.figures.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.figure());
        let widest = self.ts.widest(labels.map(|figure| figure.label.as_str()), self.sizes.value, false);
        let edge = f64::from((widest / 2 + 300).max(800));
        let width = f64::from(width);
        if width / count / 2.0 <= edge {
            return 0.5;
        }
        edge / ((width - 2.0 * edge) / (count - 1.0))
    }
}
