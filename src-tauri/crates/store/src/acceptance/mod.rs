//! Findings of the check (点検) that were accepted with a reason.

use domain::programme::{Acceptance, AcceptanceId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{Read, Write};
use crate::list;
use crate::sql::Word;

/// All accepted findings in their order.
pub fn all(r: &Read<'_>) -> Result<Vec<Acceptance>> {
    r.list(include_str!("list.sql"), [], |row| {
        Ok(Acceptance {
            id: AcceptanceId(row.get("id")?),
            finding: row.get("finding")?,
            reason: row.get("reason")?,
            who: row.get("who")?,
            at: row.get::<Word<_>>("at")?.0,
        })
    })
}

/// Writes one acceptance; a new one comes last.
pub fn save(w: &Write<'_>, acceptance: &Acceptance) -> Result<()> {
    save_at(w, acceptance, None)
}

pub(crate) fn save_at(w: &Write<'_>, acceptance: &Acceptance, position: Option<i64>) -> Result<()> {
    w.run(
        include_str!("save.sql"),
        named_params! {
            ":id": acceptance.id.0,
            ":position": position,
            ":finding": acceptance.finding,
            ":reason": acceptance.reason,
            ":who": acceptance.who,
            ":at": Word(acceptance.at),
        },
    )
    .map(drop)
}

/// Withdraws an acceptance.
pub fn remove(w: &Write<'_>, id: AcceptanceId) -> Result<()> {
    list::remove(w, include_str!("remove.sql"), id.0)
}

pub(crate) fn prune(w: &Write<'_>, keep: &[Acceptance]) -> Result<()> {
    list::prune_all(w, include_str!("prune.sql"), keep.iter().map(|acceptance| acceptance.id.0))
}
