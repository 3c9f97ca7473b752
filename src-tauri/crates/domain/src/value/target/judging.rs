//! Whether a value meets a target.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Target, Trend};
use crate::value::quantity::{Quantity, Unit};

impl Target {
    /// Whether a value meets this target; `None` where that cannot be said.
    ///
    /// `reference` is what the target looks back to: last year's value for
    /// [`NotWorseThanLastYear`](Target::NotWorseThanLastYear) and [`Toward`](Target::Toward), the
    /// baseline for [`Change`](Target::Change). Units must convert into each other.
    ///
    /// A value without a word of bound is met by exactly that value only; of other values it
    /// cannot be said without the direction of good: see [`Target::met_in_direction`]. The same
    /// holds for 程度 and → , whose margin nobody states.
    pub fn met_by(&self, value: &Quantity, reference: Option<&Quantity>) -> Option<bool> {
        match self {
            Self::AtMost { limit, strict } => Some(match value.compare(limit)? {
                Ordering::Less => true,
                Ordering::Equal => !strict,
                Ordering::Greater => false,
            }),
            Self::AtLeast { limit, strict } => Some(match value.compare(limit)? {
                Ordering::Less => false,
                Ordering::Equal => !strict,
                Ordering::Greater => true,
            }),
            Self::Around { at } | Self::Exactly { at } => (value.compare(at)? == Ordering::Equal).then_some(true),
            Self::Band { from, to } => Some(value.compare(from)?.is_ge() && value.compare(to)?.is_le()),
            Self::NotWorseThanLastYear { direction } => {
                let order = value.compare(reference?)?;
                match direction {
                    Trend::Up | Trend::FlatOrUp => Some(order.is_ge()),
                    Trend::Down | Trend::FlatOrDown => Some(order.is_le()),
                    Trend::Flat => flat(order),
                }
            }
            Self::Change { by, approximately } => {
                let met = changed_enough(by, value, reference?)?;
                (met || !approximately).then_some(met)
            }
            Self::Toward { direction } => {
                let order = value.compare(reference?)?;
                match direction {
                    Trend::Up => Some(order.is_gt()),
                    Trend::Down => Some(order.is_lt()),
                    Trend::Flat => flat(order),
                    Trend::FlatOrUp => order.is_ge().then_some(true),
                    Trend::FlatOrDown => order.is_le().then_some(true),
                }
            }
            Self::Several { targets } => all(targets.iter().map(|target| target.met_by(value, reference))),
            Self::Words | Self::Unset => None,
        }
    }

    /// Like [`Target::met_by`], with the indicator's direction of good: a plain `30億円` is then
    /// met by 37.5億円 where more is better and missed where less is better.
    pub fn met_in_direction(&self, value: &Quantity, reference: Option<&Quantity>, good: Trend) -> Option<bool> {
        match self {
            Self::Exactly { at } => {
                let order = value.compare(at)?;
                match good {
                    Trend::Up | Trend::FlatOrUp => Some(order.is_ge()),
                    Trend::Down | Trend::FlatOrDown => Some(order.is_le()),
                    Trend::Flat => flat(order),
                }
            }
            Self::Several { targets } => {
                all(targets.iter().map(|target| target.met_in_direction(value, reference, good)))
            }
            _ => self.met_by(value, reference),
        }
    }
}

/// Equal is flat; how much else still counts as flat is not stated.
fn flat(order: Ordering) -> Option<bool> {
    order.is_eq().then_some(true)
}

/// One missed form is a miss; otherwise all forms have to be judged.
fn all(judgements: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut result = Some(true);
    for judgement in judgements {
        match judgement {
            Some(false) => return Some(false),
            None => result = None,
            Some(true) => {}
        }
    }
    result
}

fn changed_enough(by: &Quantity, value: &Quantity, reference: &Quantity) -> Option<bool> {
    let bound = match by.unit.as_str() {
        // A change of a percentage by percent may be meant in points: it is not guessed.
        "%" if reference.unit.as_str() == "%" => return None,
        // Percent of nothing, or of a deficit, has no side.
        "%" if reference.amount <= Decimal::ZERO => return None,
        "%" => {
            let factor = Decimal::ONE.checked_add(by.amount.checked_div(Decimal::ONE_HUNDRED)?)?;
            Quantity::new(reference.amount.checked_mul(factor)?, reference.unit.clone())
        }
        "ポイント" | "pt" if reference.unit.as_str() == "%" => {
            let amount = reference.amount.checked_add(by.amount)?;
            Quantity::new(amount, Unit::new("%"))
        }
        _ => {
            let by = by.convert_to(&reference.unit)?;
            let amount = reference.amount.checked_add(by.amount)?;
            Quantity::new(amount, reference.unit.clone())
        }
    };
    let order = value.compare(&bound)?;
    Some(if by.amount.is_sign_negative() { order.is_le() } else { order.is_ge() })
}
