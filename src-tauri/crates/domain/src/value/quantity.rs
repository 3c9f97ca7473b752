//! Exact amounts with the digits and the unit they were written with.

mod unit;

use rust_decimal::Decimal;
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
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema, TS,
)]
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
#[derive(
    Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS,
)]
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

impl Quantity {
    /// An amount with its unit.
    pub fn new(amount: Decimal, unit: Unit) -> Self {
        Self { amount, unit }
    }
}
