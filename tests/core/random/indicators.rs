//! What can be written into the table of indicators.

use domain::programme::{Programme, Slot};
use workbench::indicator::{IndicatorCell, IndicatorValue};

use super::dice::Dice;

/// Any cell of an indicator that is there or not.
pub(super) fn cell(now: &Programme, dice: &mut Dice) -> IndicatorCell {
    let (year, text) = (dice.year(), dice.text());
    let value = match dice.below(15) {
        0 => IndicatorValue::Name { text },
        1 => IndicatorValue::PartName { text },
        2 => IndicatorValue::Unit { text },
        3 => IndicatorValue::Good { text },
        4 => IndicatorValue::BaselineYear { text },
        5 => IndicatorValue::Baseline { text },
        6 => IndicatorValue::Target { year, text },
        7 => IndicatorValue::Final { text },
        8 => IndicatorValue::FinalYear { text },
        9 => IndicatorValue::FinalAsOf { text },
        10 => IndicatorValue::Figure { year, slot: dice.one(&[Slot::Actual, Slot::Plan]), text },
        11 => IndicatorValue::Comment { year, text },
        12 => IndicatorValue::Interim { year, interim: dice.below(2) == 0 },
        13 => IndicatorValue::Markers { text },
        _ => IndicatorValue::Note { text },
    };
    IndicatorCell { indicator: dice.indicator(now), part: dice.below(2) as u8, value }
}
