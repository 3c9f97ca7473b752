//! Printed total rows against the sum of their parts.

use rust_decimal::Decimal;

use super::entry::{Entry, entry_at};
use super::sum::is_reversed;
use crate::programme::{Basis, EffectRow, EffectRowId, EffectTable};
use crate::value::fiscal_year::FiscalYear;
use crate::value::quantity::Unit;

/// Whether a printed total is the sum of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// To the digit.
    Exact,
    /// Off by no more than rounded parts can be: 端数処理のため.
    Rounded,
    /// Off by more.
    Wrong,
}

/// A printed amount of a total row beside the sum of its parts, in the unit of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The total row.
    pub row: EffectRowId,
    /// The year.
    pub year: FiscalYear,
    /// Expected or actual.
    pub basis: Basis,
    /// The amount as printed.
    pub printed: Decimal,
    /// The sum of the parts.
    pub sum: Decimal,
    /// How they stand to each other.
    pub agreement: Agreement,
    /// Parts without an amount that is understood, which may be the reason.
    pub missing: Vec<EffectRowId>,
}

/// Every amount of every total row that can be compared.
///
/// A total row is of the rows above it up to the former total row. One that follows another at once,
/// or holds the sum of all rows above, is of all of them.
pub fn comparisons(table: &EffectTable) -> Vec<Comparison> {
    let mut found = Vec::new();
    let mut above: Vec<&EffectRow> = Vec::new();
    let mut section: Vec<&EffectRow> = Vec::new();
    for row in &table.rows {
        if !row.total {
            above.push(row);
            section.push(row);
            continue;
        }
        for cell in &row.cells {
            let of_section = compare(table, row, cell.year, cell.basis, &section);
            let fits = of_section.as_ref().is_some_and(|one| one.agreement != Agreement::Wrong);
            let of_all = if fits || above.len() == section.len() {
                None
            } else {
                compare(table, row, cell.year, cell.basis, &above)
            };
            let all_fits = of_all.as_ref().is_some_and(|one| one.agreement != Agreement::Wrong);
            found.extend(if all_fits || section.is_empty() { of_all } else { of_section });
        }
        section.clear();
    }
    found
}

/// The printed totals that are wrong by more than rounding, for the check.
pub fn disagreements(table: &EffectTable) -> Vec<Comparison> {
    let mut all = comparisons(table);
    all.retain(|one| one.agreement == Agreement::Wrong);
    all
}

/// Whether the table needs the note that parts do not add up because they are rounded.
pub fn has_rounding(table: &EffectTable) -> bool {
    comparisons(table).iter().any(|one| one.agreement == Agreement::Rounded)
}

fn compare(
    table: &EffectTable,
    total: &EffectRow,
    year: FiscalYear,
    basis: Basis,
    parts: &[&EffectRow],
) -> Option<Comparison> {
    let amount = |row: &EffectRow| match entry_at(table, row, year, basis) {
        Ok(Entry::Amount(amount)) => Ok(amount.counted.map(|counted| (counted, amount.step))),
        Ok(Entry::NotApplicable) => Ok(None),
        Ok(Entry::NotYet) | Err(_) => Err(row.id),
    };
    let (printed, step) = amount(total).ok()??;
    let (mut sum, mut effect, mut coarsest) = (Decimal::ZERO, Decimal::ZERO, step);
    let mut missing = Vec::new();
    let mut count = 0_u32;
    for row in parts {
        match amount(row) {
            Err(row) => missing.push(row),
            Ok(None) => {}
            Ok(Some((part, step))) => {
                sum = sum.checked_add(part)?;
                effect = effect.checked_add(if is_reversed(table, row) { -part } else { part })?;
                coarsest = coarsest.max(step);
                count += 1;
            }
        }
    }
    if count == 0 {
        return None;
    }
    // A table that prints savings with △ beside revenue may add them as effect.
    let (off, of_effect) = (printed.checked_sub(sum)?.abs(), printed.checked_sub(effect)?.abs());
    let (sum, off) = if of_effect < off { (effect, of_effect) } else { (sum, off) };
    let agreement = match off {
        none if none.is_zero() => Agreement::Exact,
        off if off <= tolerance(table, coarsest, count)? => Agreement::Rounded,
        _ => Agreement::Wrong,
    };
    Some(Comparison { row: total.id, year, basis, printed, sum, agreement, missing })
}

/// How far rounded parts and a rounded total can be apart: half a step each. Whole yen and whole
/// people are not rounded.
fn tolerance(table: &EffectTable, step: Decimal, parts: u32) -> Option<Decimal> {
    let exact = match Unit::new(&table.unit).money_factor() {
        Some(yen) => step.checked_mul(yen)? <= Decimal::ONE,
        None => step >= Decimal::ONE,
    };
    if exact {
        return Some(Decimal::ZERO);
    }
    step.checked_mul(Decimal::from(parts + 1))?.checked_div(Decimal::TWO)
}
