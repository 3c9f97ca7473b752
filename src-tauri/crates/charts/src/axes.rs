//! What the axes must show: values, zero, targets that are near enough, room for labels.

use rust_decimal::Decimal;

use crate::error::ChartError;
use crate::figures::Figures;
use crate::fonts::Fonts;
use crate::model::{Axis, Chart, Point, Side};
use crate::scale::{Need, Scale, choose};

/// Room above bars that share the height with a line, in spans of the bars.
const LOWER_HALF: Decimal = Decimal::from_parts(75, 0, 0, false, 2);
/// Room below a line that shares the height with bars, in spans of the line.
const UPPER_HALF: Decimal = Decimal::from_parts(140, 0, 0, false, 2);

/// A target is drawn only when the values keep at least this share of the height; see [`Axes::off`].
const VALUES_KEEP: (i64, i64) = (4, 10);

/// The chosen axes.
#[derive(Clone, Debug)]
pub(crate) struct Axes {
    pub left: Scale,
    pub right: Option<Scale>,
    /// Sign of negative ticks, as the values are written.
    pub minus: char,
}

impl Axes {
    /// The scale of a side.
    pub(crate) fn scale(&self, side: Side) -> &Scale {
        match (side, &self.right) {
            (Side::Right, Some(right)) => right,
            _ => &self.left,
        }
    }

    /// Whether a number lies off an axis: `Some(true)` above it, `Some(false)` below it.
    pub(crate) fn off(&self, side: Side, value: Decimal) -> Option<bool> {
        let scale = self.scale(side);
        if value > scale.max() {
            Some(true)
        } else if value < scale.min {
            Some(false)
        } else {
            None
        }
    }

    /// Where the bars of a side stand: zero, or the end of the axis nearest to it.
    pub(crate) fn foot(&self, side: Side) -> Decimal {
        let scale = self.scale(side);
        Decimal::ZERO.max(scale.min).min(scale.max())
    }

    /// Chooses the axes of a chart for a plot of about `height` 1/100 mm with labels of `label` 1/100 mm.
    pub(crate) fn choose(
        chart: &Chart,
        figures: &Figures,
        fonts: &Fonts,
        height: i32,
        label: i32,
    ) -> Result<Self, ChartError> {
        let percent = (label * 160 / height.max(1)).clamp(7, 22);
        let left = need(figures, &chart.left, Side::Left, percent);
        let right = chart.right.as_ref().map(|axis| need(figures, axis, Side::Right, percent));
        let most = (height / 800).clamp(3, 6) as u32;
        let (left, right) = choose(&left, right.as_ref(), most)
            .or_else(|| choose(&left, right.as_ref(), 12))
            .ok_or_else(|| ChartError::Render("no axis fits the values".into()))?;
        Ok(Self { left, right, minus: minus(chart, fonts) })
    }
}

/// The minus sign of the chart's own labels.
fn minus(chart: &Chart, fonts: &Fonts) -> char {
    let labels = chart.series.iter().flat_map(|series| &series.points).filter_map(|point| match point {
        Point::Value { label, .. } => label.chars().next(),
        _ => None,
    });
    let mut signs = labels.filter(|c| matches!(c, '▲' | '△' | '−' | '-'));
    signs.next().unwrap_or(if fonts.missing("−").is_empty() { '−' } else { '-' })
}

/// Which part of the height a side takes where bars and a line share it.
enum Half {
    Lower,
    Upper,
}

/// Bars on one axis and a line on the other share the height: the bars keep to the lower part and
/// the line to the upper, so that neither runs through the figures of the other.
fn shared_height(figures: &Figures, side: Side, low: Decimal) -> Option<Half> {
    let other = if side == Side::Left { Side::Right } else { Side::Left };
    match (figures.bars_on(side), figures.bars_on(other)) {
        (true, false) if figures.reach(other).is_some() && low >= Decimal::ZERO => Some(Half::Lower),
        (false, true) if figures.reach(side).is_some() => {
            let bars_from_zero = figures.reach(other).is_some_and(|(low, _)| low >= Decimal::ZERO);
            bars_from_zero.then_some(Half::Upper)
        }
        _ => None,
    }
}

fn need(figures: &Figures, axis: &Axis, side: Side, percent: i32) -> Need {
    let goals: Vec<Decimal> =
        figures.goals.iter().filter(|goal| goal.side == side).flat_map(|goal| goal.values()).collect();
    let reach = figures.reach(side);
    let (low, high) =
        reach.or_else(|| Some((*goals.iter().min()?, *goals.iter().max()?))).unwrap_or((Decimal::ZERO, Decimal::ONE));
    let bars = figures.bars_on(side);
    let near_zero = (low > Decimal::ZERO && low * Decimal::from(5) <= high * Decimal::TWO)
        || (high < Decimal::ZERO && high * Decimal::from(5) >= low * Decimal::TWO);
    let (mut low, mut high) = if axis.zero_based.unwrap_or(bars || near_zero) {
        (low.min(Decimal::ZERO), high.max(Decimal::ZERO))
    } else {
        (low, high)
    };
    if low == high {
        let around = if low.is_zero() { Decimal::ONE } else { low.abs() / Decimal::from(20) };
        (low, high) = (if low.is_zero() { low } else { low - around }, high + around);
    }
    let values = high - low;
    let mut goals = goals;
    goals.sort_by_key(|&goal| (low - goal).max(goal - high).max(Decimal::ZERO));
    for goal in goals {
        let (wider_low, wider_high) = (low.min(goal), high.max(goal));
        let (keep, of) = VALUES_KEEP;
        if values * Decimal::from(of) >= (wider_high - wider_low) * Decimal::from(keep) {
            (low, high) = (wider_low, wider_high);
        }
    }
    let span = high - low;
    let share = span * Decimal::new(i64::from(percent), 2);
    let below = if low.is_zero() {
        Decimal::ZERO
    } else if (bars || figures.has_bars()) && low > Decimal::ZERO {
        // Bars that do not stand on zero need a visible foot; a line over bars leaves their feet to their labels.
        (span * Decimal::new(30, 2)).min(low)
    } else if low > Decimal::ZERO {
        share.min(low)
    } else {
        share
    };
    let above = if high.is_zero() { Decimal::ZERO } else { share };
    let (below, above) = match shared_height(figures, side, low) {
        Some(Half::Lower) => (below, above.max(span * LOWER_HALF)),
        Some(Half::Upper) => (below.max((span * UPPER_HALF).min(low.max(Decimal::ZERO))), above),
        None => (below, above),
    };
    Need { low, high, room: (below, above), min: axis.min, max: axis.max, decimals: axis.decimals }
}
