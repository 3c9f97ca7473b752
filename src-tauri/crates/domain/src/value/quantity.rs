//! Exact amounts with the digits and the unit they were written with.

mod reading;
mod unit;

use std::{cmp::Ordering, fmt};

use rust_decimal::{Decimal, RoundingStrategy};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use unit::Unit;

/// An exact amount with its unit: `95.0 %`, `323.2 億円`.
///
/// The digits stay as written: 95.0 is not 95, although the two compare equal. The amount is
/// serialised as a string so that no reader turns it into a floating-point number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
pub struct Quantity {
    /// The amount in [`unit`](Self::unit), its decimals as written.
    #[schemars(with = "String", regex(pattern = r"^-?\d+(\.\d+)?$"))]
    #[ts(type = "string")]
    pub amount: Decimal,
    /// The unit; empty when none was written.
    pub unit: Unit,
}

/// The sign a negative amount is printed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum NegativeMark {
    /// `△`, the usual mark in municipal papers.
    #[default]
    WhiteTriangle,
    /// `▲`.
    BlackTriangle,
    /// `−` (U+2212).
    Minus,
    /// `-` (U+002D), for files read by machines.
    Hyphen,
}

/// Why words could not be taken as an amount.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum QuantityError {
    /// Nothing but blanks.
    #[error("no text")]
    Empty,
    /// The words hold no number where one is expected, or something else beside it.
    #[error("not a number with a unit: {text:?}")]
    Unreadable {
        /// The words.
        text: String,
    },
    /// Grouping commas stand where they do not belong: `1,23`.
    #[error("misplaced grouping comma: {text:?}")]
    Grouping {
        /// The words.
        text: String,
    },
    /// The unit looks like a misprint of another one: `4憶` for `4億`.
    #[error("suspicious unit {unit:?}")]
    SuspiciousUnit {
        /// The unit as written.
        unit: String,
    },
    /// An amount in brackets: it may be a misprint, an amount counted apart or one included.
    #[error("amount in brackets")]
    Bracketed {
        /// The amount inside the brackets.
        inner: Quantity,
    },
    /// More digits than an exact amount can hold (28).
    #[error("too many digits: {text:?}")]
    TooManyDigits {
        /// The words.
        text: String,
    },
}

impl NegativeMark {
    /// The mark itself.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WhiteTriangle => "△",
            Self::BlackTriangle => "▲",
            Self::Minus => "−",
            Self::Hyphen => "-",
        }
    }
}

impl Quantity {
    /// An amount with its unit.
    pub fn new(amount: Decimal, unit: Unit) -> Self {
        Self { amount, unit }
    }

    /// This amount with the given unit if it has none of its own.
    #[must_use]
    pub fn or_unit(mut self, default: &Unit) -> Self {
        if self.unit.is_none() {
            self.unit = default.clone();
        }
        self
    }

    /// The same amount in another unit of the same scale (千円 ↔ 億円), exactly: only the decimal
    /// point moves. `None` when the units do not convert or the digits do not fit.
    pub fn convert_to(&self, unit: &Unit) -> Option<Self> {
        if self.unit == *unit {
            return Some(self.clone());
        }
        let (from, to) = (self.unit.power_of_ten(), unit.power_of_ten());
        if from.base != to.base {
            return None;
        }
        let amount = shift_point(self.amount, from.power - to.power)?;
        Some(Self::new(amount, unit.clone()))
    }

    /// Compares two amounts whose units convert into each other; `None` otherwise.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        if let Some(other) = other.convert_to(&self.unit) {
            return Some(self.amount.cmp(&other.amount));
        }
        let own = self.convert_to(&other.unit)?;
        Some(own.amount.cmp(&other.amount))
    }

    /// Rounded half away from zero (四捨五入) to this many decimals; missing decimals are filled
    /// with zeros. For display only: stored amounts keep their digits.
    #[must_use]
    pub fn round_to(&self, decimals: u32) -> Self {
        let mut amount = self.amount.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        amount.rescale(decimals);
        Self::new(amount, self.unit.clone())
    }

    /// The amount and its unit with every digit it has, in groups of three: `△1,234.50千円`.
    pub fn format(&self, mark: NegativeMark) -> String {
        format!("{}{}", self.format_amount(mark), self.unit)
    }

    /// Like [`Quantity::format`], without the unit, for tables that state it once.
    pub fn format_amount(&self, mark: NegativeMark) -> String {
        let digits = self.amount.abs().to_string();
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits.as_str(), None),
        };
        let mut text = String::with_capacity(digits.len() * 2);
        if self.amount.is_sign_negative() && !self.amount.is_zero() {
            text.push_str(mark.as_str());
        }
        for (at, digit) in whole.char_indices() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        if let Some(fraction) = fraction {
            text.push('.');
            text.push_str(fraction);
        }
        text
    }
}

/// Moves the decimal point to the right by `places` (to the left when negative).
fn shift_point(amount: Decimal, places: i32) -> Option<Decimal> {
    let scale = i32::try_from(amount.scale()).ok()?.checked_sub(places)?;
    let mut mantissa = amount.mantissa();
    let mut scale = scale;
    while scale < 0 {
        mantissa = mantissa.checked_mul(10)?;
        scale += 1;
    }
    let limit = i32::try_from(Decimal::MAX_SCALE).ok()?;
    while scale > limit {
        if mantissa % 10 != 0 {
            return None;
        }
        mantissa /= 10;
        scale -= 1;
    }
    Decimal::try_from_i128_with_scale(mantissa, u32::try_from(scale).ok()?).ok()
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.format(NegativeMark::default()))
    }
}

#[cfg(test)]
mod tests;
