//! Cells of the tables of financial effects: one amount per year and basis.

use domain::programme::{EffectCell, EffectRowId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::sql::{Word, Year, meaning, runs, written};

/// The cells of a table, or of all tables, by row; 見込 before 実績 in each year.
pub(crate) fn list(r: &Read<'_>, table: Option<i64>) -> Result<ByOwner<EffectCell>> {
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": table }, |row| {
        Ok(EffectCell {
            year: row.get::<Year>("year")?.0,
            basis: row.get::<Word<_>>("basis")?.0,
            amount: written(row, "amount_text", "amount_meaning")?,
        })
    })
}

pub(crate) fn save(w: &Write<'_>, row: EffectRowId, cells: &[EffectCell]) -> Result<()> {
    let keys: Vec<_> = cells.iter().map(|cell| (cell.year.year(), cell.basis)).collect();
    for (cell, run) in cells.iter().zip(runs(&keys)) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":row_id": row.0,
                ":year": Year(cell.year),
                ":basis": Word(cell.basis),
                ":run": run,
                ":amount_text": cell.amount.text,
                ":amount_meaning": meaning(&cell.amount),
            },
        )?;
    }
    list::prune(w, include_str!("prune.sql"), row.0, keys)
}
