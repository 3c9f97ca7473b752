//! Targets (目標値) and the bound they set.

mod judging;
mod reading;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::quantity::{Quantity, Unit};

/// A direction aimed at (目指す方向).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// ↗
    Up,
    /// →
    Flat,
    /// ↘
    Down,
    /// →(↗)
    FlatOrUp,
    /// →(↘)
    FlatOrDown,
}

/// What a target (目標値) demands, as far as its words set a bound.
///
/// The direction of good is never guessed: a plain `30億円` is [`Target::Exactly`], and only the
/// indicator itself knows whether more is better.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Target {
    /// 以下, 以内; 未満 when strict.
    AtMost {
        /// The bound.
        limit: Quantity,
        /// 未満: the bound itself is too much.
        strict: bool,
    },
    /// 以上; 超 when strict.
    AtLeast {
        /// The bound.
        limit: Quantity,
        /// 超: the bound itself is too little.
        strict: bool,
    },
    /// 程度, 概ね, 約: near a value, how near is not said.
    Around {
        /// The value.
        at: Quantity,
    },
    /// A value without any word of bound.
    Exactly {
        /// The value.
        at: Quantity,
    },
    /// Between two values, both included: `80～90%`.
    Band {
        /// The lower end.
        from: Quantity,
        /// The upper end.
        to: Quantity,
    },
    /// 前年度実績以上 ([`Trend::Up`]) or 以下 ([`Trend::Down`]); last year's value itself is enough.
    NotWorseThanLastYear {
        /// Which side of last year's value is demanded.
        direction: Trend,
    },
    /// A change from a reference value: `概ね10%削減`. `%` is relative to the reference, other
    /// units (ポイント, 人, 千円) are added to it.
    Change {
        /// The change, negative for a reduction.
        by: Quantity,
        /// 概ね, 約, 程度.
        approximately: bool,
    },
    /// A direction only: ↗.
    Toward {
        /// The direction.
        direction: Trend,
    },
    /// Words without a bound (文章): 〜の回避, 90%台半ば.
    Words,
    /// Two or more forms at once: `7,490,000千円 / 縮減率10%`.
    Several {
        /// The forms, as many as were written, none of them `Several`.
        targets: Vec<Target>,
    },
    /// No target is set: a blank or a dash.
    Unset,
}

impl Target {
    /// Understands the words of a target, giving amounts without a unit that of the indicator.
    ///
    /// `None` is given for words that look like an amount but are none that can be trusted
    /// (`4憶円以上`, `1,23%`, `(9500)`); words without a bound are [`Target::Words`].
    pub fn read_with(text: &str, unit: &Unit) -> Option<Self> {
        reading::target(text, unit)
    }
}

impl Trend {
    /// Every direction.
    pub const ALL: [Self; 5] = [Self::Up, Self::Flat, Self::Down, Self::FlatOrUp, Self::FlatOrDown];

    /// The arrows printed for it: `→(↗)`.
    pub const fn arrows(self) -> &'static str {
        match self {
            Self::Up => "↗",
            Self::Flat => "→",
            Self::Down => "↘",
            Self::FlatOrUp => "→(↗)",
            Self::FlatOrDown => "→(↘)",
        }
    }

    /// The direction of arrows or of a single word: `↗`, `↑`, `→(↑)`, `増加`, `現状維持`.
    pub fn parse(text: &str) -> Option<Self> {
        reading::trend(text)
    }
}

#[cfg(test)]
mod tests;
