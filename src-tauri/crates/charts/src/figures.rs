//! The chart made ready for drawing: texts on one line, bars in columns, piles summed up.

use rust_decimal::Decimal;

use crate::error::ChartError;
use crate::fonts::Fonts;
use crate::model::{Axis, Chart, Mark, Point, Series, Side, TargetBound};
use crate::text::{lines_of, one_line};
use crate::theme::{Look, MOST_SERIES, look};

/// Most piles that leave room beside them.
const FEW_PILES: usize = 8;
/// Largest side of a picture: the long side of A3.
const LARGEST_MM: u32 = 420;
/// Largest amount that is drawn; far beyond any budget in yen.
fn largest() -> Decimal {
    Decimal::from_i128_with_scale(10i128.pow(20), 0)
}

/// One value ready for drawing.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub value: Decimal,
    pub label: String,
    pub firm: bool,
    /// Lower and upper end of its bar, `(0, value)` unless stacked.
    pub base: Decimal,
    pub tip: Decimal,
}

/// What a series shows for one category.
#[derive(Clone, Debug)]
pub(crate) enum Cell {
    Gap,
    Dash(String),
    Figure(Figure),
}

impl Cell {
    pub(crate) fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Figure(figure) => Some(figure),
            _ => None,
        }
    }
}

/// A series ready for drawing.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub name: String,
    pub mark: Mark,
    pub side: Side,
    pub look: Look,
    /// Which column of its group its bars stand in.
    pub column: Option<usize>,
    pub cells: Vec<Cell>,
}

impl Row {
    /// Index of the last category with a value.
    pub(crate) fn last(&self) -> Option<usize> {
        self.cells.iter().rposition(|cell| cell.figure().is_some())
    }
}

/// A target ready for drawing.
#[derive(Clone, Debug)]
pub(crate) struct Goal {
    pub side: Side,
    pub from: usize,
    pub to: usize,
    pub bound: TargetBound,
    pub lines: Vec<String>,
}

impl Goal {
    /// The values at which lines are drawn.
    pub(crate) fn values(&self) -> Vec<Decimal> {
        match self.bound {
            TargetBound::Line(v) | TargetBound::AtMost(v) | TargetBound::AtLeast(v) => vec![v],
            TargetBound::Between(a, b) => vec![a.min(b), a.max(b)],
        }
    }
}

/// The chart made ready for drawing.
#[derive(Clone, Debug)]
pub(crate) struct Figures {
    pub rows: Vec<Row>,
    pub goals: Vec<Goal>,
    /// Number of bar columns in each category.
    pub columns: usize,
    /// Number of categories.
    pub count: usize,
    /// Totals above piles: text and the column they stand over.
    pub totals: Vec<Option<String>>,
    pub pile_column: Option<usize>,
}

impl Figures {
    /// Checks a chart and makes it ready.
    pub(crate) fn new(chart: &Chart) -> Result<Self, ChartError> {
        check(chart)?;
        let count = chart.categories.len();
        let side = |side: Side| {
            if chart.right.is_some() { side } else { Side::Left }
        };
        let mut columns = 0;
        let mut piles: [Option<usize>; 2] = [None, None];
        let mut sums = vec![[[Decimal::ZERO; 2]; 2]; count];
        let mut rows = Vec::with_capacity(chart.series.len());
        let mut bars = 0;
        for (index, series) in chart.series.iter().enumerate() {
            let at = side(series.axis);
            let column = match series.mark {
                Mark::Line => None,
                Mark::Bar => {
                    columns += 1;
                    Some(columns - 1)
                }
                Mark::StackedBar => {
                    let pile = &mut piles[at as usize];
                    if pile.is_none() {
                        *pile = Some(columns);
                        columns += 1;
                    }
                    *pile
                }
            };
            let bar = column.is_some();
            let rank = if bar { bars } else { index - bars };
            bars += usize::from(bar);
            let cells = cells_of(series, at, &mut sums)?;
            let look = look(chart.theme, index, rank, bar);
            rows.push(Row { name: one_line(&series.name), mark: series.mark, side: at, look, column, cells });
        }
        let goals = chart
            .targets
            .iter()
            .map(|target| Goal {
                side: side(target.axis),
                from: target.from.unwrap_or(0).min(count - 1),
                to: target.to.unwrap_or(count - 1).clamp(target.from.unwrap_or(0).min(count - 1), count - 1),
                bound: target.bound,
                lines: lines_of(&target.label).into_iter().filter(|line| !line.is_empty()).collect(),
            })
            .collect();
        let mut totals: Vec<_> = chart.totals.iter().map(|total| total.as_deref().map(one_line)).collect();
        totals.resize(count, None);
        let pile_column = piles[0].or(piles[1]);
        Ok(Self { rows, goals, columns, count, totals, pile_column })
    }

    /// How many value labels and totals the chart would like to print.
    pub(crate) fn labels(&self) -> usize {
        let values = self.rows.iter().flat_map(|row| &row.cells).filter_map(Cell::figure);
        let totals = self.totals.iter().enumerate().filter(|(category, total)| {
            total.as_ref().is_some_and(|text| !text.is_empty()) && self.pile(*category).is_some()
        });
        values.filter(|figure| !figure.label.is_empty()).count() + totals.count()
    }

    /// Whether any series is drawn as bars.
    pub(crate) fn has_bars(&self) -> bool {
        self.columns > 0
    }

    /// Whether every series is stacked.
    pub(crate) fn only_piles(&self) -> bool {
        self.rows.iter().all(|row| row.mark == Mark::StackedBar)
    }

    /// Whether there are so many piles that they need the whole width for themselves and their figures.
    pub(crate) fn many_piles(&self) -> bool {
        self.only_piles() && self.count > FEW_PILES
    }

    /// The smallest and largest number the series of a side reach, bars without their foot.
    pub(crate) fn reach(&self, side: Side) -> Option<(Decimal, Decimal)> {
        let mut reach: Option<(Decimal, Decimal)> = None;
        for row in self.rows.iter().filter(|row| row.side == side) {
            for figure in row.cells.iter().filter_map(Cell::figure) {
                let low = figure.value.min(figure.tip);
                let high = figure.value.max(figure.tip);
                let (low, high) = if row.column.is_some() { (figure.tip, figure.tip) } else { (low, high) };
                reach = Some(reach.map_or((low, high), |(l, h)| (l.min(low), h.max(high))));
            }
        }
        reach
    }

    /// Whether bars are read on a side.
    pub(crate) fn bars_on(&self, side: Side) -> bool {
        self.rows.iter().any(|row| row.side == side && row.column.is_some())
    }

    /// Top and bottom of the pile of a category, over all stacked series of the first pile.
    pub(crate) fn pile(&self, category: usize) -> Option<(Side, Decimal, Decimal)> {
        let column = self.pile_column?;
        let mut found: Option<(Side, Decimal, Decimal)> = None;
        for row in self.rows.iter().filter(|row| row.column == Some(column) && row.mark == Mark::StackedBar) {
            if let Some(figure) = row.cells[category].figure() {
                let (low, high) = (figure.base.min(figure.tip), figure.base.max(figure.tip));
                found = Some(found.map_or((row.side, low, high), |(s, l, h)| (s, l.min(low), h.max(high))));
            }
        }
        found
    }
}

fn cells_of(series: &Series, side: Side, sums: &mut [[[Decimal; 2]; 2]]) -> Result<Vec<Cell>, ChartError> {
    let mut cells = Vec::with_capacity(series.points.len());
    for (point, sum) in series.points.iter().zip(sums) {
        cells.push(match point {
            Point::Gap => Cell::Gap,
            Point::Dash(text) => Cell::Dash(one_line(text)),
            Point::Value { value, label, firm } => {
                in_range(*value)?;
                let (base, tip) = if series.mark == Mark::StackedBar {
                    let sum = &mut sum[side as usize][usize::from(value.is_sign_negative())];
                    let base = *sum;
                    *sum += value;
                    (base, *sum)
                } else {
                    (Decimal::ZERO, *value)
                };
                in_range(tip)?;
                Cell::Figure(Figure { value: *value, label: one_line(label), firm: *firm, base, tip })
            }
        });
    }
    Ok(cells)
}

fn in_range(value: Decimal) -> Result<(), ChartError> {
    if value.abs() > largest() { Err(ChartError::ValueOutOfRange { value: value.to_string() }) } else { Ok(()) }
}

fn check(chart: &Chart) -> Result<(), ChartError> {
    let any = chart.series.iter().flat_map(|s| &s.points).any(|p| matches!(p, Point::Value { .. }));
    if chart.categories.is_empty() || !any {
        return Err(ChartError::NoData);
    }
    if chart.series.len() > MOST_SERIES {
        return Err(ChartError::TooManySeries { count: chart.series.len(), limit: MOST_SERIES });
    }
    if let Some(series) = chart.series.iter().find(|s| s.points.len() != chart.categories.len()) {
        return Err(ChartError::PointCount {
            series: series.name.clone(),
            expected: chart.categories.len(),
            found: series.points.len(),
        });
    }
    let (width_mm, height_mm) = (chart.width_mm, chart.height_mm);
    if width_mm > LARGEST_MM || height_mm > LARGEST_MM {
        return Err(ChartError::SizeTooLarge { width_mm, height_mm, limit_mm: LARGEST_MM });
    }
    let ends = |axis: &Axis| [axis.min, axis.max];
    let bounds = chart.targets.iter().flat_map(|target| match target.bound {
        TargetBound::Line(v) | TargetBound::AtMost(v) | TargetBound::AtLeast(v) => [Some(v), None],
        TargetBound::Between(a, b) => [Some(a), Some(b)],
    });
    let axes = std::iter::once(&chart.left).chain(&chart.right).flat_map(ends);
    bounds.chain(axes).flatten().try_for_each(in_range)
}

/// Checks that every text of a chart can be printed in the bundled fonts.
///
/// # Errors
/// [`ChartError::MissingGlyphs`] with all missing characters and the first text in which one stands.
pub fn preflight(chart: &Chart, fonts: &Fonts) -> Result<(), ChartError> {
    let mut missing: Vec<char> = Vec::new();
    let mut first: Option<String> = None;
    for text in texts(chart) {
        let printed = lines_of(text).concat();
        let chars = fonts.missing(&printed);
        if chars.is_empty() {
            continue;
        }
        first.get_or_insert_with(|| text.to_owned());
        for c in chars {
            if !missing.contains(&c) {
                missing.push(c);
            }
        }
    }
    match first {
        Some(text) => Err(ChartError::MissingGlyphs { chars: missing, text }),
        None => Ok(()),
    }
}

fn texts(chart: &Chart) -> impl Iterator<Item = &str> {
    let axes = std::iter::once(&chart.left)
        .chain(&chart.right)
        .flat_map(|axis| std::iter::once(axis.unit.as_str()).chain(axis.name.as_deref()));
    let categories = chart.categories.iter().flat_map(|c| std::iter::once(c.label.as_str()).chain(c.second.as_deref()));
    let series = chart.series.iter().flat_map(|series| {
        std::iter::once(series.name.as_str()).chain(series.points.iter().filter_map(|point| match point {
            Point::Gap => None,
            Point::Dash(text) => Some(text.as_str()),
            Point::Value { label, .. } => Some(label.as_str()),
        }))
    });
    std::iter::once(chart.title.as_str())
        .chain(axes)
        .chain(categories)
        .chain(series)
        .chain(chart.totals.iter().flatten().map(String::as_str))
        .chain(chart.targets.iter().map(|target| target.label.as_str()))
        .chain(chart.source.as_deref())
        .chain(chart.notes.iter().map(String::as_str))
}
