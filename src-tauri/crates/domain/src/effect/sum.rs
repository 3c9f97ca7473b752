//! Sums over years that say what they hold and what they lack.

use rust_decimal::Decimal;

use super::entry::{Entry, entry_at};
use crate::programme::{Basis, EffectRow, EffectRowId, EffectSide, EffectSpan, EffectTable, SavingSign};
use crate::value::fiscal_year::FiscalYear;

/// The three figures of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// 見込.
    Expected,
    /// 実績.
    Actual,
    /// 差額: 実績 − 見込.
    Difference,
}

impl Column {
    /// All three in the order of print.
    pub const ALL: [Self; 3] = [Self::Expected, Self::Actual, Self::Difference];
}

/// What a figure of a row comes to in one year, in the unit of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Still to come.
    NotYet,
    /// There is none, and none is awaited: a dash, or an amount outside of the total alone.
    Nothing {
        /// The amount in brackets.
        bracket: Option<Decimal>,
    },
    /// Words that are not understood, or more digits than can be added exactly.
    Unknown,
    /// An amount.
    Known {
        /// The amount.
        amount: Decimal,
        /// The amount in brackets.
        bracket: Option<Decimal>,
    },
}

/// The figure of a row in a year. A difference needs both of its sides.
pub fn value(table: &EffectTable, row: &EffectRow, year: FiscalYear, column: Column) -> Value {
    let side = |basis| match entry_at(table, row, year, basis) {
        Err(_) => Value::Unknown,
        Ok(Entry::NotYet) => Value::NotYet,
        Ok(Entry::NotApplicable) => Value::Nothing { bracket: None },
        Ok(Entry::Amount(amount)) => match amount.counted {
            Some(counted) => Value::Known { amount: counted, bracket: amount.bracket },
            None => Value::Nothing { bracket: amount.bracket },
        },
    };
    match column {
        Column::Expected => side(Basis::Expected),
        Column::Actual => side(Basis::Actual),
        Column::Difference => match (side(Basis::Expected), side(Basis::Actual)) {
            (Value::Known { amount: expected, .. }, Value::Known { amount: actual, .. }) => {
                actual.checked_sub(expected).map_or(Value::Unknown, |amount| Value::Known { amount, bracket: None })
            }
            (Value::Unknown, _) | (_, Value::Unknown) => Value::Unknown,
            (Value::NotYet, _) | (_, Value::NotYet) => Value::NotYet,
            _ => Value::Nothing { bracket: None },
        },
    }
}

/// How a figure over several years was come by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// The years were added: effects of single years (単年度効果).
    Summed,
    /// The newest year stands for all: continuing effects (継続効果) go on being the same money, and
    /// cumulated ones (累計効果) hold the years before already.
    Newest,
}

impl From<EffectSpan> for Taken {
    fn from(span: EffectSpan) -> Self {
        match span {
            EffectSpan::SingleYear => Self::Summed,
            EffectSpan::Continuing | EffectSpan::Cumulative => Self::Newest,
        }
    }
}

/// An amount that a total lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The row without it.
    pub row: EffectRowId,
    /// The year.
    pub year: FiscalYear,
    /// Whether words stand there that are not understood.
    pub written: bool,
}

/// A sum that says over which years it runs and what is missing in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The sum in the unit of the table; none when nothing of it is known.
    pub amount: Option<Decimal>,
    /// The sum of the amounts in brackets.
    pub bracket: Option<Decimal>,
    /// How the years came together.
    pub taken: Taken,
    /// The years it runs over: those with an amount.
    pub years: Vec<FiscalYear>,
    /// The years of which nothing is known yet.
    pub open: Vec<FiscalYear>,
    /// Amounts missing in the years it runs over.
    pub gaps: Vec<Gap>,
}

impl Sum {
    pub(super) fn empty(taken: Taken) -> Self {
        Self { amount: None, bracket: None, taken, years: Vec::new(), open: Vec::new(), gaps: Vec::new() }
    }

    /// Whether it holds all it should.
    pub fn is_whole(&self) -> bool {
        self.open.is_empty() && self.gaps.is_empty()
    }

    /// Adds an amount; what cannot be added exactly is a gap.
    pub(super) fn add(&mut self, row: EffectRowId, year: FiscalYear, value: Value) {
        let gap = |written| Gap { row, year, written };
        match value {
            Value::NotYet => self.gaps.push(gap(false)),
            Value::Unknown => self.gaps.push(gap(true)),
            Value::Nothing { bracket } => self.add_bracket(bracket),
            Value::Known { amount, bracket } => match self.amount.unwrap_or_default().checked_add(amount) {
                Some(sum) => {
                    self.amount = Some(sum);
                    self.add_bracket(bracket);
                }
                None => self.gaps.push(gap(true)),
            },
        }
    }

    fn add_bracket(&mut self, bracket: Option<Decimal>) {
        if let Some(sum) = bracket.and_then(|bracket| self.bracket.unwrap_or_default().checked_add(bracket)) {
            self.bracket = Some(sum);
        }
    }

    /// Puts the sums of single years together, each of the same rows.
    pub(super) fn over(taken: Taken, of_years: &[(FiscalYear, Self)]) -> Self {
        let mut whole = Self::empty(taken);
        let known = |sum: &Self| sum.amount.is_some() || sum.bracket.is_some();
        let newest = of_years.iter().rposition(|(_, sum)| known(sum));
        for (at, (year, sum)) in of_years.iter().enumerate() {
            let older = taken == Taken::Newest && newest.is_some_and(|newest| at < newest);
            if older {
                continue;
            }
            if !known(sum) {
                // A year of dashes is no year to wait for; one with nothing but doubts is told by them.
                match sum.gaps.iter().any(|gap| gap.written) {
                    true => whole.gaps.extend(&sum.gaps),
                    false if !sum.gaps.is_empty() => whole.open.push(*year),
                    false => {}
                }
                continue;
            }
            let amount = match sum.amount {
                None => whole.amount,
                Some(amount) => match whole.amount.unwrap_or_default().checked_add(amount) {
                    Some(together) => Some(together),
                    None => {
                        whole.open.push(*year);
                        continue;
                    }
                },
            };
            whole.amount = amount;
            whole.add_bracket(sum.bracket);
            whole.years.push(*year);
            whole.gaps.extend(&sum.gaps);
        }
        whole
    }
}

/// The figure of a row over the years given, in their order.
pub fn row_over_years(table: &EffectTable, row: &EffectRow, years: &[FiscalYear], column: Column) -> Sum {
    let taken = Taken::from(row.span);
    let of_years: Vec<(FiscalYear, Sum)> = years
        .iter()
        .map(|year| {
            let mut sum = Sum::empty(taken);
            sum.add(row.id, *year, value(table, row, *year, column));
            (*year, sum)
        })
        .collect();
    Sum::over(taken, &of_years)
}

/// How an actual effect stands against the expected one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// More effect than expected.
    Above,
    /// As expected.
    Equal,
    /// Less effect than expected.
    Below,
}

/// What a difference means for the city: where a saving is printed with △, less is more.
pub fn standing(table: &EffectTable, row: &EffectRow, difference: Decimal) -> Standing {
    let effect = if is_reversed(table, row) { -difference } else { difference };
    match effect {
        zero if zero.is_zero() => Standing::Equal,
        less if less.is_sign_negative() => Standing::Below,
        _ => Standing::Above,
    }
}

/// Whether a negative amount of the row is good: a saving printed with △. Revenue is good when it
/// grows, in every table.
pub(super) fn is_reversed(table: &EffectTable, row: &EffectRow) -> bool {
    table.saving == SavingSign::Negative && row.side != EffectSide::Revenue
}
