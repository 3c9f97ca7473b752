//! A value and the words it was taken from: two cells that should say the same.

use domain::value::figure::CellContext;
use domain::value::{Figure, FigureError, FiscalYear, Measure, Quantity, QuantityError, Unit, Value, ValueKind};

use super::columns::Role;
use crate::reading::{FindingKind, Outcome, Understood};

/// The cells 値 and 原文 of one row.
pub(super) struct CellPair<'a> {
    /// 値.
    pub(super) value: &'a str,
    /// 原文; "" where there is none.
    pub(super) words: &'a str,
    /// 単位.
    pub(super) unit: &'a Unit,
    /// 年度, from which bare years in the words are understood.
    pub(super) year: Option<FiscalYear>,
}

/// What the reading of a row has to tell.
#[derive(Default)]
pub(super) struct Telling {
    pub(super) doubts: Vec<(Role, FindingKind, Outcome)>,
    pub(super) understood: Vec<(Role, Understood)>,
}

impl CellPair<'_> {
    /// Whether there are words beside the value.
    pub(super) fn has_words(&self) -> bool {
        !self.words.trim().is_empty()
    }

    /// The figure of both cells.
    pub(super) fn figure(&self, kind: ValueKind) -> (Figure, Telling) {
        let mut telling = Telling::default();
        let context = CellContext { unit: self.unit, kind, hint: self.year };
        let value = Value::understand(self.value, &context);
        telling.of_cell(Role::Value, self.value, &value);
        if let Some(quantity) = value.as_ref().ok().and_then(Value::quantity)
            && !self.unit.is_none()
            && quantity.unit != *self.unit
        {
            telling.unit_differs(Role::Value, self.unit);
        }
        if !self.has_words() {
            if let Err(error) = &value {
                telling.doubt(Role::Value, doubt_of(error), Outcome::WordsOnly);
            }
            let text = self.value.to_owned();
            let value = value.ok();
            return (Figure { text, value }, telling);
        }
        let words = Value::understand(self.words, &context);
        telling.of_cell(Role::Words, self.words, &words);
        let text = self.words.to_owned();
        let value = self.agreed(value, words, kind, &mut telling);
        (Figure { text, value }, telling)
    }

    fn agreed(
        &self,
        value: Result<Value, FigureError>,
        words: Result<Value, FigureError>,
        kind: ValueKind,
        telling: &mut Telling,
    ) -> Option<Value> {
        let (value, words) = match (value, words) {
            (Ok(value), Ok(words)) => (value, words),
            // 値 stands alone beside words that are no amount and no misprint of one.
            (Ok(value @ Value::Known { .. }), Err(error)) if !is_misprint(&error) => {
                telling.doubt(Role::Words, doubt_of(&error), Outcome::TakenOver);
                return Some(value);
            }
            (value, words) => {
                for (role, error) in [(Role::Value, value.err()), (Role::Words, words.err())] {
                    if let Some(error) = error {
                        telling.doubt(role, doubt_of(&error), Outcome::WordsOnly);
                    }
                }
                return None;
            }
        };
        match agreement(&value, &words) {
            Agreement::None => {
                let in_words = words.quantity().map_or_else(|| self.words.trim().to_owned(), ToString::to_string);
                let doubt = FindingKind::AmountsDiffer { in_words };
                telling.doubt(Role::Words, doubt, Outcome::WordsOnly);
                return None;
            }
            Agreement::InAmountOnly => telling.unit_differs(Role::Words, self.unit),
            Agreement::Whole => {}
        }
        if let Some(in_words) = words.kind().filter(|in_words| *in_words != kind) {
            let doubt = FindingKind::KindDiffers { in_words };
            telling.doubt(Role::Words, doubt, Outcome::TakenOver);
        }
        Some(words)
    }
}

impl Telling {
    pub(super) fn doubt(&mut self, role: Role, kind: FindingKind, outcome: Outcome) {
        self.doubts.push((role, kind, outcome));
    }

    fn unit_differs(&mut self, role: Role, unit: &Unit) {
        let doubt = FindingKind::UnitDiffers { expected: unit.to_string() };
        self.doubt(role, doubt, Outcome::TakenOver);
    }

    fn of_cell(&mut self, role: Role, source: &str, read: &Result<Value, FigureError>) {
        if source.trim().is_empty() {
            return;
        }
        let understood = match read {
            Ok(Value::Absent { reason }) => Understood::Absent { reason: *reason },
            Ok(value @ Value::Known { as_of, .. }) => match (role, value.quantity()) {
                (Role::Value, Some(quantity)) => Understood::Number { quantity: quantity.clone() },
                _ => Understood::Figure { as_of: as_of.clone() },
            },
            Err(_) => Understood::NotUnderstood,
        };
        self.understood.push((role, understood));
    }
}

enum Agreement {
    Whole,
    /// The same number with units of which neither converts into the other.
    InAmountOnly,
    None,
}

fn agreement(value: &Value, words: &Value) -> Agreement {
    let (quantity, measures) = match (value, words) {
        (Value::Absent { .. }, Value::Absent { .. }) => return Agreement::Whole,
        (Value::Known { measure: Measure::Number { quantity }, .. }, Value::Known { measure, beside, .. }) => {
            (quantity, std::iter::once(measure).chain(beside))
        }
        (Value::Known { measure: left, .. }, Value::Known { measure: right, .. }) if left == right => {
            return Agreement::Whole;
        }
        _ => return Agreement::None,
    };
    let mut agreement = Agreement::None;
    for measure in measures {
        match with_measure(quantity, measure) {
            Agreement::Whole => return Agreement::Whole,
            Agreement::InAmountOnly => agreement = Agreement::InAmountOnly,
            Agreement::None => {}
        }
    }
    agreement
}

fn with_measure(quantity: &Quantity, measure: &Measure) -> Agreement {
    match measure {
        Measure::Number { quantity: other } => same_amount(quantity, other),
        Measure::Rank { place, .. } if quantity.amount == (*place).into() => Agreement::Whole,
        Measure::Rank { .. } => Agreement::None,
    }
}

fn same_amount(left: &Quantity, right: &Quantity) -> Agreement {
    match left.compare(right) {
        Some(order) if order.is_eq() => Agreement::Whole,
        None if left.amount == right.amount => Agreement::InAmountOnly,
        _ => Agreement::None,
    }
}

/// Whether an amount in the words is the one of 値, units that do not convert apart.
pub(super) fn is_same_amount(left: &Quantity, right: &Quantity) -> bool {
    !matches!(same_amount(left, right), Agreement::None)
}

fn is_misprint(error: &FigureError) -> bool {
    !matches!(doubt_of(error), FindingKind::NotANumber)
}

/// What is odd about words that are no figure.
fn doubt_of(error: &FigureError) -> FindingKind {
    match error {
        FigureError::Amount { reason } => doubt_of_amount(reason),
        FigureError::Remark { .. } | FigureError::Rank { .. } => FindingKind::NotANumber,
    }
}

/// What is odd about words that are no amount.
pub(super) fn doubt_of_amount(reason: &QuantityError) -> FindingKind {
    match reason {
        QuantityError::SuspiciousUnit { unit } => FindingKind::SuspiciousUnit { unit: unit.clone() },
        QuantityError::Bracketed { inner } => FindingKind::Bracketed { inner: inner.clone() },
        _ => FindingKind::NotANumber,
    }
}
