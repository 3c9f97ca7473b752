//! What a person types into the table of effects: amounts and properties of rows.

use std::collections::BTreeMap;

use domain::effect::read;
use domain::programme::{Basis, EffectCell, EffectRowId, EffectSide, EffectSpan, EffectTable, EffectTableId, NodeId};
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use store::{Outcome, Table, Write};
use ts_rs::TS;

use super::rows::{check_node, home};
use crate::op::Op;
use crate::{By, Result, Workbench, WorkbenchError, words};

/// One cell of the table of effects with its new content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EffectEdit {
    /// The row.
    pub row: EffectRowId,
    /// What it gets.
    pub value: EffectValue,
}

/// What a cell of a row gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EffectValue {
    /// An amount as typed; "" for one still to come.
    Amount {
        /// The fiscal year.
        year: FiscalYear,
        /// Expected or actual.
        basis: Basis,
        /// 1,234, △10,500, 1.5億円, —
        text: String,
    },
    /// Name as printed.
    Title {
        /// The name.
        text: String,
    },
    /// Account (会計) as printed.
    Account {
        /// The account.
        text: String,
    },
    /// The item whose effect it is.
    Node {
        /// The item; none for a category.
        #[serde(default)]
        #[ts(optional)]
        node: Option<NodeId>,
    },
    /// Side of the budget.
    Side {
        /// 歳入 or 歳出.
        side: EffectSide,
    },
    /// Single year, continuing, cumulated.
    Span {
        /// The span.
        span: EffectSpan,
    },
    /// Whether the row is a printed total.
    Total {
        /// It is one.
        total: bool,
    },
}

/// Makes every edit, as one step. An amount that is not understood is kept as written and counts for
/// nothing.
pub fn edit(workbench: &mut Workbench, by: &By, edits: &[EffectEdit]) -> Result<Outcome<()>> {
    let first = edits.first().ok_or(WorkbenchError::NothingToShow)?;
    let op = if edits.len() > 1 {
        Op::SetEffects { count: edits.len() }
    } else {
        let read = workbench.read();
        let (table, at) = home(&read, first.row)?;
        let row = table.rows[at].title.clone();
        match first.value {
            EffectValue::Amount { year, basis, .. } => {
                let year = store::plan::reckoning(&read, Table::Effect, table.id.0)?.of(year);
                Op::SetEffect { row, year, basis }
            }
            _ => Op::EditEffectRow { row },
        }
    };
    workbench.transact(by, &op, |w| {
        let mut touched: BTreeMap<EffectTableId, EffectTable> = BTreeMap::new();
        for edit in edits {
            let known = touched.values().find(|table| table.rows.iter().any(|row| row.id == edit.row)).map(|t| t.id);
            let id = match known {
                Some(id) => id,
                None => {
                    let (table, _) = home(w, edit.row)?;
                    let id = table.id;
                    touched.insert(id, table);
                    id
                }
            };
            if let Some(table) = touched.get_mut(&id) {
                apply(w, table, edit)?;
            }
        }
        touched.values().try_for_each(|table| Ok(store::effect::save(w, table)?))
    })
}

fn apply(w: &Write<'_>, table: &mut EffectTable, edit: &EffectEdit) -> Result<()> {
    if let EffectValue::Node { node } = &edit.value {
        check_node(w, table, *node)?;
    }
    let amount = match &edit.value {
        EffectValue::Amount { year, text, .. } => Some(read(table, *year, words::text(text)?)),
        _ => None,
    };
    let Some(row) = table.rows.iter_mut().find(|row| row.id == edit.row) else { return Ok(()) };
    match &edit.value {
        EffectValue::Amount { year, basis, .. } => {
            row.cells.retain(|cell| (cell.year, cell.basis) != (*year, *basis));
            if let Some(amount) = amount.filter(|amount| !amount.text.is_empty()) {
                row.cells.push(EffectCell { year: *year, basis: *basis, amount });
                row.cells.sort_by_key(|cell| (cell.year, cell.basis));
            }
        }
        EffectValue::Title { text } => row.title = words::name(text)?,
        EffectValue::Account { text } => row.account = words::text(text)?,
        EffectValue::Node { node } => row.node = *node,
        EffectValue::Side { side } => row.side = *side,
        EffectValue::Span { span } => row.span = *span,
        EffectValue::Total { total } => row.total = *total,
    }
    Ok(())
}
