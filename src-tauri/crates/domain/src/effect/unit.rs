//! The units a table of effects can be looked at in.

use rust_decimal::Decimal;

use crate::programme::EffectTable;
use crate::value::quantity::{NegativeMark, Quantity, Unit};

/// The units of money that cities print effects in, the smallest first.
pub const UNITS: [&str; 4] = ["円", "千円", "百万円", "億円"];

/// The units a table can be shown in without loss; only its own when that is not money.
pub fn units(table: &EffectTable) -> Vec<Unit> {
    let own = Unit::new(&table.unit);
    let mut all: Vec<Unit> = if own.is_money() { UNITS.map(Unit::new).to_vec() } else { Vec::new() };
    if !all.contains(&own) {
        all.push(own);
    }
    all
}

/// An amount of the table in another unit, with every digit it needs: only the decimal point moves.
/// `None` when the units do not convert into each other.
pub fn shown_in(table: &EffectTable, amount: Decimal, unit: &Unit, mark: NegativeMark) -> Option<String> {
    let converted = Quantity::new(amount, Unit::new(&table.unit)).convert_to(unit)?;
    Some(converted.format_amount(mark))
}
