//! Offices (所管課) in the order of the organisation chart.

use domain::programme::{NodeId, Office, OfficeId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{Read, Write};
use crate::list;
use crate::sql::Word;

/// All offices in their order.
pub fn all(r: &Read<'_>) -> Result<Vec<Office>> {
    some(r, None)
}

/// One office.
pub fn read(r: &Read<'_>, id: OfficeId) -> Result<Option<Office>> {
    some(r, Some(id.0)).map(list::first)
}

fn some(r: &Read<'_>, id: Option<i64>) -> Result<Vec<Office>> {
    list::all_or_one(r, include_str!("list.sql"), id, |row| {
        Ok(Office {
            id: OfficeId(row.get("id")?),
            name: row.get("name")?,
            kind: row.get::<Word<_>>("kind")?.0,
            since: row.get::<Option<Word<_>>>("since")?.map(|Word(day)| day),
            until: row.get::<Option<Word<_>>>("until")?.map(|Word(day)| day),
        })
    })
}

/// Writes one office; a new one comes last.
pub fn save(w: &Write<'_>, office: &Office) -> Result<()> {
    save_at(w, office, None)
}

pub(crate) fn save_at(w: &Write<'_>, office: &Office, position: Option<i64>) -> Result<()> {
    w.run(
        include_str!("save.sql"),
        named_params! {
            ":id": office.id.0,
            ":position": position,
            ":name": office.name,
            ":kind": Word(office.kind),
            ":since": office.since.map(Word),
            ":until": office.until.map(Word),
        },
    )
    .map(drop)
}

/// How many rows name the office: nodes, projects, reorganisations. An office in use cannot be
/// removed.
pub fn uses(r: &Read<'_>, id: OfficeId) -> Result<usize> {
    let uses = r.one(include_str!("uses.sql"), named_params! { ":id": id.0 }, |row| row.get::<i64>("uses"))?;
    Ok(uses.and_then(|uses| usize::try_from(uses).ok()).unwrap_or_default())
}

/// The nodes an office has a part in.
pub fn nodes(r: &Read<'_>, id: OfficeId) -> Result<Vec<NodeId>> {
    r.list(include_str!("nodes.sql"), named_params! { ":id": id.0 }, |row| row.get("node_id").map(NodeId))
}

/// Removes an office; the write fails at its end when the office is still [in use](uses).
pub fn remove(w: &Write<'_>, id: OfficeId) -> Result<()> {
    list::remove(w, include_str!("remove.sql"), id.0)
}

/// Puts the offices named first, in the order given.
pub fn reorder(w: &Write<'_>, order: &[OfficeId]) -> Result<()> {
    list::reorder(w, include_str!("order.sql"), include_str!("place.sql"), order.iter().map(|id| id.0))
}

pub(crate) fn prune(w: &Write<'_>, keep: &[Office]) -> Result<()> {
    list::prune_all(w, include_str!("prune.sql"), keep.iter().map(|office| office.id.0))
}
