//! Tables of financial effects (効果額).

use domain::programme::{EffectTable, EffectTableId, PlanId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{Read, Write};
use crate::sql::Word;
use crate::{effect_row, list};

/// All tables in their order.
pub fn all(r: &Read<'_>) -> Result<Vec<EffectTable>> {
    some(r, None)
}

/// One table.
pub fn read(r: &Read<'_>, id: EffectTableId) -> Result<Option<EffectTable>> {
    some(r, Some(id.0)).map(list::first)
}

fn some(r: &Read<'_>, id: Option<i64>) -> Result<Vec<EffectTable>> {
    let _steady = r.steady()?;
    let mut rows = effect_row::list(r, id)?;
    list::all_or_one(r, include_str!("list.sql"), id, |row| {
        let id = row.get("id")?;
        Ok(EffectTable {
            id: EffectTableId(id),
            plan: PlanId(row.get("plan_id")?),
            name: row.get("name")?,
            unit: row.get("unit")?,
            saving: row.get::<Word<_>>("saving")?.0,
            brackets: row.get::<Word<_>>("brackets")?.0,
            note: row.get("note")?,
            rows: list::taken(&mut rows, id),
        })
    })
}

/// Writes one table whole; a new one comes last.
pub fn save(w: &Write<'_>, table: &EffectTable) -> Result<()> {
    save_at(w, table, None)
}

pub(crate) fn save_at(w: &Write<'_>, table: &EffectTable, position: Option<i64>) -> Result<()> {
    w.run(
        include_str!("save.sql"),
        named_params! {
            ":id": table.id.0,
            ":position": position,
            ":plan_id": table.plan.0,
            ":name": table.name,
            ":unit": table.unit,
            ":saving": Word(table.saving),
            ":brackets": Word(table.brackets),
            ":note": table.note,
        },
    )?;
    effect_row::save(w, table.id, &table.rows)
}

/// Removes a table.
pub fn remove(w: &Write<'_>, id: EffectTableId) -> Result<()> {
    list::remove(w, include_str!("remove.sql"), id.0)
}

/// Puts the tables named first, in the order given.
pub fn reorder(w: &Write<'_>, order: &[EffectTableId]) -> Result<()> {
    list::reorder(w, include_str!("order.sql"), include_str!("place.sql"), order.iter().map(|id| id.0))
}

pub(crate) fn prune(w: &Write<'_>, keep: &[EffectTable]) -> Result<()> {
    list::prune_all(w, include_str!("prune.sql"), keep.iter().map(|table| table.id.0))
}
