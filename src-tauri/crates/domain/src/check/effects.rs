//! Effects: printed totals that are not the sum of their rows.

use super::{Case, Cell, Column, Fact, Finding, Look, Spot};
use crate::effect::disagreements;
use crate::programme::Basis;

/// Totals that are off by more than rounding can explain: [`disagreements`] says which.
pub(super) fn look(look: &Look<'_>, found: &mut Vec<Finding>) {
    for table in &look.programme.effects {
        // A total over a row that is not understood is not compared: the row itself is found.
        for wrong in disagreements(table).into_iter().filter(|wrong| wrong.missing.is_empty()) {
            let column = if wrong.basis == Basis::Actual { Column::Actual } else { Column::Expected };
            let facts = vec![
                ("year", Fact::Year(wrong.year)),
                ("column", Fact::Column(column)),
                ("what", Fact::Text(wrong.printed.to_string())),
                ("sum", Fact::Text(wrong.sum.normalize().to_string())),
            ];
            let row = table.rows.iter().find(|row| row.id == wrong.row);
            let title = row.map(|row| row.title.clone()).unwrap_or_default();
            let (at, cell) = (Spot::EffectRow(table.id, wrong.row), Cell::Amount(wrong.year, wrong.basis));
            found.push(Finding { case: Case::Total, at, cell, title, facts });
        }
    }
}
