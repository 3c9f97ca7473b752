//! The numbers of the vertical axes: few, round steps; exact decimals.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// What an axis must show.
#[derive(Clone, Debug)]
pub(crate) struct Need {
    /// Smallest value that must be inside.
    pub low: Decimal,
    /// Largest value that must be inside.
    pub high: Decimal,
    /// Room wanted below `low` and above `high`.
    pub room: (Decimal, Decimal),
    /// Lower end asked for.
    pub min: Option<Decimal>,
    /// Upper end asked for.
    pub max: Option<Decimal>,
    /// Decimals asked for.
    pub decimals: Option<u32>,
}

/// A chosen axis: `steps` steps of `step` from `min`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scale {
    pub min: Decimal,
    pub step: Decimal,
    pub steps: u32,
    pub decimals: u32,
}

impl Scale {
    /// Upper end.
    pub(crate) fn max(&self) -> Decimal {
        self.min + self.step * Decimal::from(self.steps)
    }

    /// Length of the axis, for geometry.
    pub(crate) fn span(&self) -> f64 {
        (self.max() - self.min).to_f64().unwrap_or(1.0)
    }

    /// Distance of a value from the lower end, for geometry; exact subtraction first, so that large values
    /// with small differences stay apart.
    pub(crate) fn offset(&self, value: Decimal) -> f64 {
        (value - self.min).to_f64().unwrap_or(0.0)
    }

    /// The tick values from below.
    pub(crate) fn ticks(&self) -> Vec<Decimal> {
        (0..=self.steps).map(|i| self.min + self.step * Decimal::from(i)).collect()
    }

    /// A tick as printed, with thousands separators and the minus sign of the field (▲, △ or −).
    pub(crate) fn print(&self, tick: Decimal, minus: char) -> String {
        let digits = format!("{:.*}", self.decimals as usize, tick.abs());
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let mut text = String::new();
        if tick.is_sign_negative() && !tick.is_zero() {
            text.push(minus);
        }
        for (index, c) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push(',');
            }
            text.push(c);
        }
        if !fraction.is_empty() {
            text.push('.');
            text.push_str(fraction);
        }
        text
    }
}

/// The steps an axis may have: mantissa in tenths, and how much we like it.
const STEPS: [(i64, f64); 5] = [(10, 0.10), (20, 0.10), (25, 0.04), (40, -0.06), (50, 0.10)];
/// Smallest and largest power of ten of a step.
const POWERS: std::ops::RangeInclusive<i32> = -20..=22;

fn power(exponent: i32) -> Decimal {
    if exponent >= 0 {
        Decimal::from_i128_with_scale(10i128.pow(exponent.unsigned_abs().min(24)), 0)
    } else {
        Decimal::new(1, exponent.unsigned_abs())
    }
}

/// Rounds down to a multiple of `step`.
fn floor_to(value: Decimal, step: Decimal) -> Decimal {
    (value / step).floor() * step
}

/// A candidate for one axis with `steps` steps, and its liking.
fn fit(need: &Need, steps: u32) -> Option<(Scale, f64)> {
    let count = Decimal::from(steps);
    let (low, high) = (need.low - need.room.0, need.high + need.room.1);
    let low = need.min.map_or(low, |min| min.min(need.low));
    let high = need.max.map_or(high, |max| max.max(need.high));
    if need.min.is_some() && need.max.is_some() {
        let step = ((high - low) / count).normalize();
        if step.is_zero() || step * count != high - low {
            return None;
        }
        let digits = step.mantissa().unsigned_abs().to_string().trim_end_matches('0').len();
        let liking = 2.0 - 0.3 * digits as f64;
        return Some((Scale::with(low, step, steps, need.decimals), liking));
    }
    let raw = ((high - low) / count).to_f64().filter(|raw| raw.is_finite() && *raw > 0.0)?;
    let first = raw.log10().floor() as i32 - 1;
    for exponent in first..=first + 3 {
        if !POWERS.contains(&exponent) {
            continue;
        }
        for (tenths, liking) in STEPS {
            let step = (Decimal::new(tenths, 1) * power(exponent)).normalize();
            if step.is_zero() || need.decimals.is_some_and(|decimals| step.scale() > decimals) {
                continue;
            }
            let base = match (need.min, need.max) {
                (Some(_), _) => low,
                (None, Some(_)) => high - step * count,
                (None, None) => floor_to(low, step),
            };
            if base > low || base + step * count < high {
                continue;
            }
            let used = ((need.high - need.low).to_f64()? / (step * count).to_f64()?).min(1.0);
            return Some((Scale::with(base, step, steps, need.decimals), used + liking));
        }
    }
    None
}

impl Scale {
    fn with(min: Decimal, step: Decimal, steps: u32, decimals: Option<u32>) -> Self {
        let needed = step.normalize().scale().max(min.normalize().scale());
        Self { min, step, steps, decimals: decimals.unwrap_or(0).max(needed) }
    }
}

/// Chooses both axes with the same number of steps, so that the grid serves both.
pub(crate) fn choose(left: &Need, right: Option<&Need>, most: u32) -> Option<(Scale, Option<Scale>)> {
    let mut best: Option<(f64, Scale, Option<Scale>)> = None;
    for steps in 1..=most.max(3) {
        let Some((scale, liking)) = fit(left, steps) else {
            continue;
        };
        let (second, second_liking) = match right {
            None => (None, liking),
            Some(need) => match fit(need, steps) {
                Some((scale, liking)) => (Some(scale), liking),
                None => continue,
            },
        };
        let count = match steps {
            4 | 5 => 0.05,
            3 | 6 => 0.0,
            2 | 7 => -0.15,
            _ => -0.5,
        };
        let score = liking.min(second_liking) + 0.25 * liking.max(second_liking) + count;
        if best.as_ref().is_none_or(|(known, ..)| score > *known + 1e-9) {
            best = Some((score, scale, second));
        }
    }
    best.map(|(_, left, right)| (left, right))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    fn need(low: &str, high: &str) -> Need {
        let (low, high): (Decimal, Decimal) = (low.parse().unwrap(), high.parse().unwrap());
        let room = (high - low) / Decimal::TEN;
        Need { low, high, room: (if low.is_zero() { low } else { room }, room), min: None, max: None, decimals: None }
    }

    fn printed(scale: &Scale) -> Vec<String> {
        scale.ticks().into_iter().map(|t| scale.print(t, '▲')).collect()
    }

    #[test]
    fn steps_are_few_and_round() {
        let (scale, _) = choose(&need("91.2", "95.8"), None, 6).unwrap();
        assert_eq!(printed(&scale), ["90", "92", "94", "96", "98"]);
        let (scale, _) = choose(&need("0", "338"), None, 6).unwrap();
        assert_eq!(printed(&scale), ["0", "100", "200", "300", "400"]);
        let (scale, _) = choose(&need("0", "37.5"), None, 6).unwrap();
        assert_eq!(printed(&scale).last().unwrap(), "50");
    }

    #[test]
    fn both_axes_have_the_same_number_of_steps() {
        let (left, right) = choose(&need("0", "37.5"), Some(&need("91.2", "93.9")), 6).unwrap();
        let right = right.unwrap();
        assert_eq!(left.steps, right.steps);
        assert!(right.max() >= "93.9".parse().unwrap() && right.min <= "91.2".parse().unwrap());
    }

    #[test]
    fn decimals_asked_for_forbid_finer_steps() {
        let mut wanted = need("911", "912");
        wanted.decimals = Some(0);
        let (scale, _) = choose(&wanted, None, 6).unwrap();
        assert_eq!(scale.decimals, 0);
        assert!(scale.step >= Decimal::ONE);
    }

    #[test]
    fn ends_asked_for_are_kept() {
        let mut wanted = need("91.2", "95.8");
        wanted.min = Some(Decimal::from(80));
        wanted.max = Some(Decimal::from(100));
        let (scale, _) = choose(&wanted, None, 6).unwrap();
        assert_eq!((scale.min, scale.max()), (Decimal::from(80), Decimal::from(100)));
        assert_eq!(printed(&scale), ["80", "85", "90", "95", "100"]);
    }

    #[test]
    fn negative_ticks_carry_the_sign_and_thousands() {
        let (scale, _) = choose(&need("-4200", "1300"), None, 6).unwrap();
        assert!(printed(&scale).contains(&"▲2,000".to_owned()));
    }

    #[test]
    fn values_far_from_zero_keep_their_small_differences() {
        let (scale, _) = choose(&need("10000000000000000.1", "10000000000000000.4"), None, 6).unwrap();
        assert!(
            scale.offset("10000000000000000.3".parse().unwrap()) > scale.offset("10000000000000000.2".parse().unwrap())
        );
    }
}
