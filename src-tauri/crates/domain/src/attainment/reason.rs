//! Why a target is met, missed, or cannot be judged.

use crate::value::figure::{Absence, ValueKind};
use crate::value::quantity::Quantity;

/// Why a target is met, missed, or cannot be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The value was held against the bound in the words of the target.
    Compared,
    /// A value without a word of bound, held against by the direction of good (目指す方向).
    WithDirection,
    /// The value was held against that of the year before.
    WithLastYear(Quantity),
    /// The value was held against the baseline (基準値).
    WithBaseline(Quantity),

    /// There is no actual figure yet.
    NoActual,
    /// The actual cell says that there is none.
    Absent(Absence),
    /// The actual cell is not understood.
    ActualNotRead,
    /// The actual figure is a rank, whose side of good nobody states.
    Rank,
    /// The figure is none that was measured: 予算, 計画, 見通し.
    NotMeasured(ValueKind),
    /// The words of the target are not understood.
    TargetNotRead,
    /// The target is in words without a bound.
    Words,
    /// A value without a word of bound, and the direction of good is not said.
    NoDirection,
    /// How near 概ね, 程度 or → is, nobody states.
    Margin,
    /// The value of the year before is missing.
    NoLastYear,
    /// The baseline is missing.
    NoBaseline,
    /// The units do not convert into each other.
    Units,
    /// A change of a percentage by percent: points or a share?
    PercentOfPercent,
}
