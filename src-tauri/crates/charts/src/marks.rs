//! What the shapes of a drawing stand for: the list the no-overlap tests look at.

use crate::geometry::{Rect, Xy};
use crate::recording::{Align, Item, Shape};

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// Title line.
    Title,
    /// Words of the legend.
    Legend,
    /// Name and unit above an axis.
    Unit,
    /// Number beside an axis.
    Tick,
    /// Label of a category.
    Category,
    /// Value label of a series.
    Value {
        /// Index of the series.
        series: usize,
        /// Index of the category.
        category: usize,
    },
    /// Dash printed instead of a value.
    Dash {
        /// Index of the series.
        series: usize,
        /// Index of the category.
        category: usize,
    },
    /// Total above a pile of stacked bars.
    Total {
        /// Index of the category.
        category: usize,
    },
    /// Name of a series beside its line.
    SeriesName {
        /// Index of the series.
        series: usize,
    },
    /// Words of a target.
    Target {
        /// Index of the target.
        target: usize,
    },
    /// Note line.
    Note,
    /// Source line.
    Source,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A line of a series.
    Data {
        /// Index of the series.
        series: usize,
    },
    /// A target line.
    Target {
        /// Index of the target.
        target: usize,
    },
    /// An axis or the zero line.
    Axis,
    /// A tick of an axis.
    Tick,
    /// A thin line from a label to what it labels.
    Leader,
}

/// A thing on the paper that must not collide with texts, in 1/100 mm.
#[derive(Clone, Debug, PartialEq)]
pub enum Placed {
    /// A line of text with the box its letters take.
    Text {
        /// What it is.
        kind: TextKind,
        /// The words.
        text: String,
        /// The box.
        area: Rect,
    },
    /// A line, without regard to its dashes.
    Line {
        /// What it is.
        kind: LineKind,
        /// Its corners.
        points: Vec<Xy>,
        /// Its thickness.
        width: u32,
    },
    /// A marker on a line.
    Marker {
        /// Index of the series.
        series: usize,
        /// Index of the category.
        category: usize,
        /// The box around it.
        area: Rect,
    },
    /// A bar or a part of a stacked bar.
    Bar {
        /// Index of the series.
        series: usize,
        /// Index of the category.
        category: usize,
        /// Its extent.
        area: Rect,
    },
}

/// What a recorded shape stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Shapes without a meaning of their own: paper, bands, grid, hatch lines, halos, legend keys, arrows.
    Paper,
    Text(TextKind),
    Line(LineKind),
    Marker {
        series: usize,
        category: usize,
    },
    Bar {
        series: usize,
        category: usize,
    },
}

/// The box the letters of a text take, from its anchor on the baseline.
pub(crate) fn text_area(at: Xy, width: i32, (above, below): (i32, i32), align: Align) -> Rect {
    let x0 = match align {
        Align::Start => at.0,
        Align::Middle => at.0 - width / 2,
        Align::End => at.0 - width,
    };
    Rect { x0, y0: at.1 - above, x1: x0 + width, y1: at.1 + below }
}

fn extent(points: &[Xy]) -> Option<Rect> {
    let first = *points.first()?;
    Some(points.iter().fold(Rect::new(first, first), |area, &point| area.with(point)))
}

/// Reads the semantic list back from the display list, so that it says what was drawn and not what was meant.
pub(crate) fn placed(items: &[Item]) -> Vec<Placed> {
    let mut found: Vec<Placed> = Vec::new();
    for item in items {
        match (&item.role, &item.shape) {
            (Role::Text(kind), Shape::Text(words)) => found.push(Placed::Text {
                kind: *kind,
                text: words.text.clone(),
                area: text_area(words.at, words.width, words.reach, words.align),
            }),
            (Role::Line(kind), Shape::Path { points, width, .. }) => {
                found.push(Placed::Line { kind: *kind, points: points.clone(), width: *width });
            }
            (&Role::Marker { series, category }, shape) => {
                let area = match shape {
                    Shape::Disc { centre, radius, .. } => Some(around(*centre, *radius as i32)),
                    Shape::Ring { centre, radius, width, .. } => {
                        Some(around(*centre, *radius as i32 + (*width as i32) / 2))
                    }
                    Shape::Polygon { points, .. } => extent(points),
                    Shape::Path { points, width, .. } => extent(points).map(|area| area.grown((*width as i32) / 2)),
                    _ => None,
                };
                if let Some(area) = area {
                    push_marker(&mut found, series, category, area);
                }
            }
            (&Role::Bar { series, category }, Shape::Filled { area, .. }) => {
                found.push(Placed::Bar { series, category, area: *area });
            }
            _ => {}
        }
    }
    found
}

fn around(centre: Xy, radius: i32) -> Rect {
    Rect::new(centre, centre).grown(radius)
}

/// A marker is drawn as filling and outline: one entry with the larger box.
fn push_marker(found: &mut Vec<Placed>, series: usize, category: usize, area: Rect) {
    if let Some(Placed::Marker { series: s, category: c, area: known }) = found.last_mut()
        && (*s, *c) == (series, category)
    {
        *known = known.with((area.x0, area.y0)).with((area.x1, area.y1));
        return;
    }
    found.push(Placed::Marker { series, category, area });
}
