//! Colours, dashes, markers, hatches and text sizes.

use crate::model::Theme;
use crate::recording::Ink;
use crate::text::pt;

/// Shape of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkerShape {
    Circle,
    Square,
    Triangle,
    Diamond,
    TriangleDown,
}

/// Filling of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filling {
    /// One colour.
    Solid,
    /// Lines rising to the right.
    Rising,
    /// Lines falling to the right.
    Falling,
    /// Dots.
    Dots,
    /// Outline only.
    Blank,
    /// Crossed lines.
    Crossed,
}

/// The look of one series.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// Colour of lines and fillings.
    pub ink: Ink,
    /// Colour of its words, dark enough to be read on white.
    pub words: Ink,
    /// Marker of its line.
    pub marker: MarkerShape,
    /// Dashes of its settled line; empty = solid.
    pub dash: &'static [i32],
    /// Thickness of its line in 1/100 mm.
    pub width: u32,
    /// Filling of its bars.
    pub filling: Filling,
    /// Whether its bars have an outline.
    pub outlined: bool,
}

/// Black of texts and axes.
pub(crate) const BLACK: Ink = (0x1a, 0x1a, 0x1a);
/// White of paper, hollow markers and halos.
pub(crate) const WHITE: Ink = (0xff, 0xff, 0xff);
/// Grey of grid lines.
pub(crate) const GRID: Ink = (0xd4, 0xd4, 0xd4);
/// Grey of leaders.
pub(crate) const LEADER: Ink = (0x55, 0x55, 0x55);

/// Dashes of the segment leading to an expected value.
pub(crate) const EXPECTED_DASH: &[i32] = &[150, 110];
/// Dashes of the outline of an expected bar.
pub(crate) const EXPECTED_OUTLINE: &[i32] = &[110, 70];
/// Largest number of series that stay apart.
pub(crate) const MOST_SERIES: usize = 8;

const MARKERS: [MarkerShape; 5] =
    [MarkerShape::Circle, MarkerShape::Square, MarkerShape::Triangle, MarkerShape::Diamond, MarkerShape::TriangleDown];

/// Line and word colours. Neighbours differ in lightness too, so that they stay apart without hue.
const COLOURS: [(Ink, Ink); 8] = [
    ((0x0b, 0x5f, 0xa5), (0x0b, 0x4f, 0x8a)),
    ((0xe0, 0x8a, 0x00), (0x8f, 0x54, 0x00)),
    ((0x2f, 0x8f, 0x5b), (0x1c, 0x69, 0x40)),
    ((0x93, 0x93, 0x93), (0x59, 0x59, 0x59)),
    ((0x7b, 0x4e, 0xa3), (0x66, 0x3c, 0x8c)),
    ((0x5b, 0xb4, 0xe5), (0x1b, 0x69, 0x9c)),
    ((0x8c, 0x56, 0x4b), (0x75, 0x43, 0x39)),
    ((0xc9, 0xb8, 0x2c), (0x6b, 0x60, 0x0a)),
];

/// Mono lines: colour, dashes. The short dashes of expected values stay apart from all of them.
const MONO_LINES: [(Ink, &[i32]); 8] = [
    ((0x1a, 0x1a, 0x1a), &[]),
    ((0x6b, 0x6b, 0x6b), &[]),
    ((0x1a, 0x1a, 0x1a), &[420, 90]),
    ((0x6b, 0x6b, 0x6b), &[420, 90]),
    ((0x1a, 0x1a, 0x1a), &[320, 70, 60, 70]),
    ((0x6b, 0x6b, 0x6b), &[320, 70, 60, 70]),
    ((0x9a, 0x9a, 0x9a), &[]),
    ((0x9a, 0x9a, 0x9a), &[420, 90]),
];

const MONO_FILLINGS: [(Filling, Ink); 8] = [
    (Filling::Solid, (0x55, 0x55, 0x55)),
    (Filling::Falling, BLACK),
    (Filling::Dots, BLACK),
    (Filling::Blank, BLACK),
    (Filling::Solid, (0xb4, 0xb4, 0xb4)),
    (Filling::Crossed, BLACK),
    (Filling::Solid, (0x85, 0x85, 0x85)),
    (Filling::Rising, BLACK),
];

/// The look of the series with an index; `rank` counts the series before it that are also lines or also bars,
/// so that a combined chart begins with the plain line and the plain filling.
pub(crate) fn look(theme: Theme, index: usize, rank: usize, bar: bool) -> Look {
    let marker = MARKERS[rank % MARKERS.len()];
    match theme {
        Theme::Colour => {
            let (ink, words) = COLOURS[index % COLOURS.len()];
            Look { ink, words, marker, dash: &[], width: 70, filling: Filling::Solid, outlined: false }
        }
        Theme::Mono => {
            let (line, dash) = MONO_LINES[rank % MONO_LINES.len()];
            let (filling, body) = MONO_FILLINGS[rank % MONO_FILLINGS.len()];
            let ink = if bar { body } else { line };
            Look { ink, words: BLACK, marker, dash, width: 60, filling, outlined: true }
        }
    }
}

/// The look of target lines.
pub(crate) struct TargetLook {
    pub ink: Ink,
    pub band: Ink,
    pub dash: &'static [i32],
    pub width: u32,
}

/// The look of all targets of a chart.
pub(crate) fn target_look(theme: Theme) -> TargetLook {
    match theme {
        Theme::Colour => TargetLook { ink: (0xc0, 0x20, 0x18), band: (0xe9, 0xf1, 0xf8), dash: &[260, 130], width: 40 },
        Theme::Mono => TargetLook { ink: BLACK, band: (0xf0, 0xf0, 0xf0), dash: &[300, 90, 50, 90], width: 35 },
    }
}

/// Whether words on this colour are to be white.
pub(crate) fn is_dark((r, g, b): Ink) -> bool {
    299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b) < 140_000
}

/// Text sizes (em) in 1/100 mm. They are absolute: a narrow chart drops or stacks labels, it does not shrink them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sizes {
    pub title: i32,
    pub value: i32,
    pub small_value: i32,
    pub tick: i32,
    pub category: i32,
    pub second: i32,
    pub legend: i32,
    pub target: i32,
    pub note: i32,
}

impl Sizes {
    /// Sizes for a picture of a width in millimetres; none is below 7 pt.
    pub(crate) fn for_width(width_mm: u32) -> Self {
        let [title, value, other, second] = match width_mm {
            0..110 => [11.0, 7.5, 7.0, 7.0],
            110..200 => [11.5, 8.5, 8.0, 7.5],
            _ => [12.0, 9.0, 8.5, 8.0],
        };
        Self {
            title: pt(title),
            value: pt(value),
            small_value: pt(7.0),
            tick: pt(other),
            category: pt(other),
            second: pt(second),
            legend: pt(other),
            target: pt(other),
            note: pt(7.0),
        }
    }
}
