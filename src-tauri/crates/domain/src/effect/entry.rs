//! What one cell of a table of effects says: not yet, nothing, or an amount with its brackets.

use rust_decimal::Decimal;

use crate::programme::{Basis, BracketMeaning, EffectCell, EffectRow, EffectRowId, EffectTable};
use crate::value::figure::{Absence, CellContext, FigureError, Measure, Value, ValueKind};
use crate::value::fiscal_year::FiscalYear;
use crate::value::quantity::{Quantity, QuantityError, Unit};
use crate::value::written::Written;

/// What stands in a cell. A blank cell, a dash and a zero are three different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Nothing is written, or only that the year is not closed: the amount is still to come.
    NotYet,
    /// A dash or 該当なし: there is no effect to wait for.
    NotApplicable,
    /// An amount.
    Amount(Amount),
}

/// The amounts of a cell in the unit of its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// What the cell adds to a total; none when it holds an amount outside of it (外数) alone.
    pub counted: Option<Decimal>,
    /// The amount in brackets.
    pub bracket: Option<Decimal>,
    /// The smallest step its digits tell: 1 for 千円 written without decimals, 100 for 億円 in 百万円.
    pub step: Decimal,
}

/// Why the words of a cell count for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// They are no amount.
    Amount(FigureError),
    /// An amount of something else than the table's unit: 5人 in a table of 千円.
    OtherUnit(Unit),
}

/// What the cell of a row says in a year; a missing cell is a blank one.
///
/// # Errors
/// The reason why the words are not understood.
pub fn entry_at(table: &EffectTable, row: &EffectRow, year: FiscalYear, basis: Basis) -> Result<Entry, Doubt> {
    row.cell(year, basis).map_or(Ok(Entry::NotYet), |cell| entry(table, cell))
}

/// What a cell says. The meaning stored beside its words counts more than what is read from them
/// here, since another program may have understood more.
///
/// # Errors
/// The reason why the words are not understood.
pub fn entry(table: &EffectTable, cell: &EffectCell) -> Result<Entry, Doubt> {
    let unit = Unit::new(&table.unit);
    let stored = cell.amount.meaning.clone().map(|quantity| quantity.or_unit(&unit));
    let understood = words(&cell.amount.text, &unit, table.brackets, cell.year);
    match (understood, stored) {
        (Ok(Words::Amount { main: Some(_), bracket }), Some(main)) => {
            counted(Some(main), bracket, &unit, table.brackets)
        }
        (Err(_), Some(main)) => counted(Some(main), None, &unit, table.brackets),
        (Ok(Words::Amount { main, bracket }), _) => counted(main, bracket, &unit, table.brackets),
        (Ok(Words::Absent(Absence::NotYet)), _) => Ok(Entry::NotYet),
        (Ok(Words::Absent(_)), _) => Ok(Entry::NotApplicable),
        (Err(doubt), None) => Err(doubt),
    }
}

/// The words of a cell with the amount they mean, as they go into the file: the one outside the
/// brackets, or the one in them where there is no other.
pub fn read(table: &EffectTable, year: FiscalYear, text: impl Into<String>) -> Written<Quantity> {
    let text = text.into();
    let unit = Unit::new(&table.unit);
    let meaning = match words(&text, &unit, table.brackets, year) {
        Ok(Words::Amount { main, bracket }) => main.or(bracket),
        _ => None,
    };
    // An amount of people in a table of money is no amount of the table.
    let meaning = meaning.filter(|quantity| quantity.convert_to(&unit).is_some());
    Written::with_meaning(text, meaning)
}

/// Every cell whose words are not understood, for the check: row, year, basis, reason.
pub fn doubts(table: &EffectTable) -> Vec<(EffectRowId, &EffectCell, Doubt)> {
    let cells = table.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row.id, cell)));
    cells.filter_map(|(row, cell)| entry(table, cell).err().map(|doubt| (row, cell, doubt))).collect()
}

/// The words of a cell, before they are brought to the unit of the table.
enum Words {
    Absent(Absence),
    Amount { main: Option<Quantity>, bracket: Option<Quantity> },
}

fn words(text: &str, unit: &Unit, brackets: BracketMeaning, year: FiscalYear) -> Result<Words, Doubt> {
    let (outside, bracket) = match brackets {
        BracketMeaning::Unused => (text.to_owned(), None),
        BracketMeaning::Outside | BracketMeaning::Inside => without_bracketed_amount(text, unit),
    };
    if bracket.is_some() && outside.trim().is_empty() {
        return Ok(Words::Amount { main: None, bracket });
    }
    let context = CellContext { unit, kind: ValueKind::Actual, hint: Some(year) };
    let unreadable = |reason| Doubt::Amount(FigureError::Amount { reason });
    match Value::understand(&outside, &context).map_err(Doubt::Amount)? {
        Value::Absent { .. } if bracket.is_some() => Ok(Words::Amount { main: None, bracket }),
        Value::Absent { reason } => Ok(Words::Absent(reason)),
        Value::Known { measure: Measure::Number { quantity }, beside, .. } => match beside.into_iter().next() {
            None => Ok(Words::Amount { main: Some(quantity), bracket }),
            Some(Measure::Number { quantity: inner }) if text.contains(['(', '（']) => {
                Err(unreadable(QuantityError::Bracketed { inner }))
            }
            Some(_) => Err(unreadable(QuantityError::Unreadable { text: text.to_owned() })),
        },
        Value::Known { measure: Measure::Rank { .. }, .. } => {
            Err(unreadable(QuantityError::Unreadable { text: text.to_owned() }))
        }
    }
}

/// The words without the one pair of brackets that holds an amount, and that amount. Other
/// brackets (（見込）, （R6決算）) stay; so do two amounts in brackets, of which none is the one.
fn without_bracketed_amount(text: &str, unit: &Unit) -> (String, Option<Quantity>) {
    let mut found = None;
    let mut from = 0;
    while let Some(open) = text[from..].find(['(', '（']).map(|at| from + at) {
        let inside = open + text[open..].chars().next().map_or(0, char::len_utf8);
        let Some(close) = text[inside..].find([')', '）']).map(|at| inside + at) else { break };
        let after = close + text[close..].chars().next().map_or(0, char::len_utf8);
        if let Ok(quantity) = Quantity::parse(&text[inside..close]) {
            if found.is_some() {
                return (text.to_owned(), None);
            }
            found = Some((open..after, quantity.or_unit(unit)));
        }
        from = after;
    }
    match found {
        None => (text.to_owned(), None),
        Some((place, quantity)) => (format!("{} {}", &text[..place.start], &text[place.end..]), Some(quantity)),
    }
}

/// Brings the amounts of a cell to the unit of the table and decides what counts.
fn counted(
    main: Option<Quantity>,
    bracket: Option<Quantity>,
    unit: &Unit,
    brackets: BracketMeaning,
) -> Result<Entry, Doubt> {
    let convert = |quantity: &Quantity| {
        let one = Quantity::new(Decimal::new(1, quantity.amount.scale()), quantity.unit.clone());
        let other = || Doubt::OtherUnit(quantity.unit.clone());
        let step = one.convert_to(unit).ok_or_else(other)?.amount;
        Ok((quantity.convert_to(unit).ok_or_else(other)?.amount, step))
    };
    let main = main.as_ref().map(convert).transpose()?;
    let bracket = bracket.as_ref().map(convert).transpose()?;
    let counts = match (main, brackets) {
        (Some(main), _) => Some(main),
        (None, BracketMeaning::Inside) => bracket,
        (None, _) => None,
    };
    let step = counts.or(bracket).map_or(Decimal::ONE, |(_, step)| step);
    Ok(Entry::Amount(Amount {
        counted: counts.map(|(amount, _)| amount),
        bracket: bracket.map(|(amount, _)| amount),
        step,
    }))
}
