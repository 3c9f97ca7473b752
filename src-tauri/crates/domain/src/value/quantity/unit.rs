//! Units: free words, with a known scale for money and counts.

use std::fmt;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The unit of an amount (単位): a free word such as `%`, `人`, `件/月`, `百万円`.
///
/// Full-width Latin letters and signs are narrowed and blanks removed, so `％` and `%` are one
/// unit. Serialised as a string; the empty unit is an amount without one (財政力指数).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(from = "String", into = "String")]
#[ts(type = "string")]
pub struct Unit(String);

impl Unit {
    /// The unit named by these words.
    pub fn new(word: impl AsRef<str>) -> Self {
        Self(crate::value::text::squeezed(word.as_ref()))
    }

    /// No unit.
    pub const fn none() -> Self {
        Self(String::new())
    }

    /// The word; empty when there is no unit.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no unit.
    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }
}

/// A unit taken apart: `千円` is 10³ of `円`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ScaledUnit<'a> {
    pub(super) power: i32,
    pub(super) base: &'a str,
}

/// The numerals that scale a unit, longer ones first, with their power of ten.
const NUMERALS: [(&str, i32); 11] = [
    ("千億", 11),
    ("百億", 10),
    ("十億", 9),
    ("千万", 7),
    ("百万", 6),
    ("十万", 5),
    ("兆", 12),
    ("億", 8),
    ("万", 4),
    ("千", 3),
    ("百", 2),
];

/// Units that are counted in 千, 万 and so on. Of other words a leading numeral is part of the
/// word (百貨店, 千歳).
const COUNTED: [&str; 24] = [
    "円",
    "人",
    "件",
    "世帯",
    "戸",
    "台",
    "冊",
    "回",
    "枚",
    "部",
    "点",
    "本",
    "個",
    "票",
    "日",
    "時間",
    "トン",
    "t",
    "kWh",
    "㎡",
    "m2",
    "平方メートル",
    "立方メートル",
    "ドル",
];

impl Unit {
    /// How many 円 one of this unit is: 1,000 for `千円`; `None` for units that are not money.
    pub fn money_factor(&self) -> Option<Decimal> {
        let scaled = self.power_of_ten();
        if scaled.base != "円" {
            return None;
        }
        let power = u32::try_from(scaled.power).ok()?;
        Some(Decimal::from_i128_with_scale(10_i128.pow(power), 0))
    }

    /// Whether amounts of this unit are money.
    pub fn is_money(&self) -> bool {
        self.power_of_ten().base == "円"
    }

    /// Takes the unit apart; units without a known scale are their own base.
    pub(super) fn power_of_ten(&self) -> ScaledUnit<'_> {
        let word = self.as_str();
        leading_numeral(word)
            .filter(|(_, base)| COUNTED.contains(base))
            .map_or(ScaledUnit { power: 0, base: word }, |(power, base)| ScaledUnit { power, base })
    }
}

/// The power of ten of a numeral at the beginning of a word, and the rest.
pub(super) fn leading_numeral(word: &str) -> Option<(i32, &str)> {
    NUMERALS.into_iter().find_map(|(numeral, power)| Some((power, word.strip_prefix(numeral)?)))
}

impl From<String> for Unit {
    fn from(word: String) -> Self {
        Self::new(word)
    }
}

impl From<&str> for Unit {
    fn from(word: &str) -> Self {
        Self::new(word)
    }
}

impl From<Unit> for String {
    fn from(unit: Unit) -> Self {
        unit.0
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
