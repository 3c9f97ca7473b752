//! Totals of a table: per year and over the years, of all rows, of a side, of an account.

use std::collections::BTreeSet;

use super::sum::{Column, Sum, Taken, Value, is_reversed, value};
use crate::programme::{EffectRow, EffectSide, EffectSpan, EffectTable};
use crate::value::fiscal_year::FiscalYear;

/// Which rows a total is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// All rows of the span.
    All,
    /// Those of one side of the budget (歳入・歳出).
    Side(EffectSide),
    /// Those of one account (会計).
    Account(String),
}

/// A total row that the program adds up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// Which rows it is of.
    pub scope: Scope,
    /// The span of these rows: effects of different spans are never added.
    pub span: EffectSpan,
    /// The total counts savings printed with △ as effect, because it also holds revenue: its
    /// amounts are positive where the city gains.
    pub as_effect: bool,
    /// Sums of each year in the order asked for, by [`Column::ALL`].
    pub of_years: Vec<[Sum; 3]>,
    /// Sums over these years, by [`Column::ALL`].
    pub over_years: [Sum; 3],
}

/// The fiscal years of a table: those of its plan, and every other one that a cell stands in.
pub fn years(table: &EffectTable, of_plan: &[FiscalYear]) -> Vec<FiscalYear> {
    let cells = table.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.year));
    let all: BTreeSet<FiscalYear> = of_plan.iter().copied().chain(cells).collect();
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return Vec::new() };
    std::iter::successors(Some(*first), |year| year.next()).take_while(|year| year <= last).collect()
}

/// The totals of a table over the years given: for each span all rows, then its sides where there
/// are several, then its accounts where there are several. Printed total rows are never added.
pub fn totals(table: &EffectTable, years: &[FiscalYear]) -> Vec<Total> {
    let mut totals = Vec::new();
    for span in [EffectSpan::SingleYear, EffectSpan::Continuing, EffectSpan::Cumulative] {
        let rows: Vec<&EffectRow> = table.rows.iter().filter(|row| !row.total && row.span == span).collect();
        if rows.is_empty() {
            continue;
        }
        totals.push(total(table, Scope::All, span, &rows, years));
        let sides = [EffectSide::Revenue, EffectSide::Expenditure, EffectSide::Unsaid];
        let of_sides = sides.map(|side| (Scope::Side(side), rows_of(&rows, |row| row.side == side)));
        let mut accounts: Vec<&str> = Vec::new();
        for row in &rows {
            if !accounts.contains(&row.account.as_str()) {
                accounts.push(&row.account);
            }
        }
        let of_accounts = accounts
            .into_iter()
            .map(|account| (Scope::Account(account.to_owned()), rows_of(&rows, |row| row.account == account)));
        for parts in [of_sides.into(), of_accounts.collect::<Vec<_>>()] {
            // A part that is the whole would only repeat it.
            let parts: Vec<_> = parts.into_iter().filter(|(_, of_part)| !of_part.is_empty()).collect();
            if parts.len() > 1 {
                totals.extend(parts.into_iter().map(|(scope, of_part)| total(table, scope, span, &of_part, years)));
            }
        }
    }
    totals
}

fn rows_of<'a>(rows: &[&'a EffectRow], fits: impl Fn(&EffectRow) -> bool) -> Vec<&'a EffectRow> {
    rows.iter().copied().filter(|row| fits(row)).collect()
}

fn total(table: &EffectTable, scope: Scope, span: EffectSpan, rows: &[&EffectRow], years: &[FiscalYear]) -> Total {
    let reversed = rows.iter().filter(|row| is_reversed(table, row)).count();
    let as_effect = reversed > 0 && reversed < rows.len();
    let taken = Taken::from(span);
    let of_year = |year: FiscalYear, column: Column| {
        let mut sum = Sum::empty(Taken::Summed);
        for row in rows {
            let found = value(table, row, year, column);
            sum.add(row.id, year, if as_effect && is_reversed(table, row) { negated(found) } else { found });
        }
        match sum.amount.or(sum.bracket) {
            Some(_) => sum.years.push(year),
            None if !sum.gaps.is_empty() => sum.open.push(year),
            None => {}
        }
        sum
    };
    let of_years: Vec<[Sum; 3]> = years.iter().map(|year| Column::ALL.map(|column| of_year(*year, column))).collect();
    let over_years = [0, 1, 2].map(|at| {
        let column: Vec<(FiscalYear, Sum)> =
            years.iter().zip(&of_years).map(|(year, sums)| (*year, sums[at].clone())).collect();
        Sum::over(taken, &column)
    });
    Total { scope, span, as_effect, of_years, over_years }
}

fn negated(value: Value) -> Value {
    match value {
        Value::Known { amount, bracket } => Value::Known { amount: -amount, bracket: bracket.map(|b| -b) },
        Value::Nothing { bracket } => Value::Nothing { bracket: bracket.map(|b| -b) },
        other => other,
    }
}
