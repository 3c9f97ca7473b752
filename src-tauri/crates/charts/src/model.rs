//! The chart as pure data. Every string that is printed is given by the caller.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A chart (図) as a city prints it: what is shown, not how it is laid out.
///
/// Every series holds one point per category. All texts are printed as given; a text may contain `\n`
/// only where the field says so, elsewhere a line break is printed as a space.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// Title printed above the chart (表題); `\n` breaks the line, long titles are wrapped.
    pub title: String,
    /// Width of the picture in millimetres (80–260 is the range the layout is made for).
    pub width_mm: u32,
    /// Height of the picture in millimetres.
    pub height_mm: u32,
    /// Colour or monochrome (白黒コピー用).
    pub theme: Theme,
    /// The fiscal years along the horizontal axis, oldest first.
    pub categories: Vec<Category>,
    /// The series, in drawing and legend order; stacked series are piled upwards in this order.
    pub series: Vec<Series>,
    /// Printed totals above the piles of stacked bars, one per category; empty when none are wanted.
    #[serde(default)]
    pub totals: Vec<Option<String>>,
    /// Target lines and bands (目標値).
    pub targets: Vec<Target>,
    /// The left vertical axis.
    pub left: Axis,
    /// The right vertical axis of a combined chart.
    pub right: Option<Axis>,
    /// The source line (出典) as printed.
    pub source: Option<String>,
    /// Notes (※…) as printed, one line each; long notes are wrapped.
    pub notes: Vec<String>,
    /// Alternative text for people who do not see the picture.
    pub alt: String,
}

/// The look of a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// Colours that stay apart for colour-blind readers, with distinct markers.
    #[default]
    Colour,
    /// Black and greys that survive a photocopier: hatching, dashes, distinct markers.
    Mono,
}

/// One place on the horizontal axis, normally a fiscal year (年度).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// The first line, for example `平成23年度`; may be broken before its digits when space is short.
    pub label: String,
    /// The second line, for example `決算` or `(2011)`.
    pub second: Option<String>,
}

/// One series of values (系列).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// The name printed in the legend (凡例) or beside the line's end.
    pub name: String,
    /// How the series is drawn.
    pub mark: Mark,
    /// The axis its values are read on; `Right` is read as `Left` when the chart has no right axis.
    pub axis: Side,
    /// One point per category.
    pub points: Vec<Point>,
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// A line with markers (折れ線).
    Line,
    /// Bars, side by side with the other bar series (棒).
    Bar,
    /// Bars piled on the other stacked series of the same axis (積み上げ).
    StackedBar,
}

/// One of the two vertical axes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// The left axis (左軸).
    #[default]
    Left,
    /// The right axis (右軸).
    Right,
}

/// What a series has for one category.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Point {
    /// A blank in the source: nothing is drawn and a line is interrupted.
    Gap,
    /// A dash in the source: the given mark (`—`) is printed just above the axis and a line is interrupted.
    Dash(String),
    /// A value.
    Value {
        /// The value in the unit of its axis.
        value: Decimal,
        /// The value as printed, for example `92.7%`; empty for no label.
        label: String,
        /// `true` for a settled figure (決算), `false` for an expected one (見込), which gets a hollow
        /// marker, a dashed segment leading to it, or a hatched bar.
        firm: bool,
    },
}

/// A target (目標値) drawn as a line, or as a line with its good side shaded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// The axis the target is read on.
    pub axis: Side,
    /// Index of the first category it applies to; `None` = from the start.
    pub from: Option<usize>,
    /// Index of the last category it applies to; `None` = to the end.
    pub to: Option<usize>,
    /// The bound.
    pub bound: TargetBound,
    /// The words beside the line, for example `目標値\n95.0%以下`; `\n` breaks the line.
    pub label: String,
}

/// The numeric bound of a target, in the unit of its axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TargetBound {
    /// A plain line.
    Line(Decimal),
    /// 以下・以内: the side below the line is shaded.
    AtMost(Decimal),
    /// 以上: the side above the line is shaded.
    AtLeast(Decimal),
    /// From … to …: two lines, shaded between.
    Between(Decimal, Decimal),
}

/// A vertical axis.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Axis {
    /// The unit printed above the axis as given, for example `（%）`.
    pub unit: String,
    /// A name printed horizontally before the unit, for example `基金残高`.
    pub name: Option<String>,
    /// Lower end; widened when a value lies outside.
    pub min: Option<Decimal>,
    /// Upper end; widened when a value lies outside.
    pub max: Option<Decimal>,
    /// Whether the axis must (`true`) or need not (`false`) include zero; `None` = bars include it, and
    /// lines do when zero is near their values.
    pub zero_based: Option<bool>,
    /// Decimals of the tick labels; `None` = as many as the steps need.
    pub decimals: Option<u32>,
}
