//! Reorganisations (組織改正): which offices became which.

use domain::programme::{OfficeChange, OfficeChangeId};
use rusqlite::named_params;

use crate::changed_office::{self, Side};
use crate::error::Result;
use crate::handles::{Read, Write};
use crate::list;
use crate::sql::Word;

/// All reorganisations in their order.
pub fn all(r: &Read<'_>) -> Result<Vec<OfficeChange>> {
    some(r, None)
}

/// One reorganisation.
pub fn read(r: &Read<'_>, id: OfficeChangeId) -> Result<Option<OfficeChange>> {
    some(r, Some(id.0)).map(list::first)
}

fn some(r: &Read<'_>, id: Option<i64>) -> Result<Vec<OfficeChange>> {
    let _steady = r.steady()?;
    let (mut before, mut after) = changed_office::list(r, id)?;
    list::all_or_one(r, include_str!("list.sql"), id, |row| {
        let id = row.get("id")?;
        Ok(OfficeChange {
            id: OfficeChangeId(id),
            on: row.get::<Word<_>>("day")?.0,
            kind: row.get::<Word<_>>("kind")?.0,
            before: list::taken(&mut before, id),
            after: list::taken(&mut after, id),
        })
    })
}

/// Writes one reorganisation; a new one comes last.
pub fn save(w: &Write<'_>, change: &OfficeChange) -> Result<()> {
    save_at(w, change, None)
}

pub(crate) fn save_at(w: &Write<'_>, change: &OfficeChange, position: Option<i64>) -> Result<()> {
    w.run(
        include_str!("save.sql"),
        named_params! {
            ":id": change.id.0,
            ":position": position,
            ":day": Word(change.on),
            ":kind": Word(change.kind),
        },
    )?;
    changed_office::save(w, change.id, Side::Before, &change.before)?;
    changed_office::save(w, change.id, Side::After, &change.after)
}

/// Removes a reorganisation.
pub fn remove(w: &Write<'_>, id: OfficeChangeId) -> Result<()> {
    list::remove(w, include_str!("remove.sql"), id.0)
}

/// Puts the reorganisations named first, in the order given.
pub fn reorder(w: &Write<'_>, order: &[OfficeChangeId]) -> Result<()> {
    list::reorder(w, include_str!("order.sql"), include_str!("place.sql"), order.iter().map(|id| id.0))
}

pub(crate) fn prune(w: &Write<'_>, keep: &[OfficeChange]) -> Result<()> {
    list::prune_all(w, include_str!("prune.sql"), keep.iter().map(|change| change.id.0))
}
