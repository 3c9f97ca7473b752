//! What happened to the nodes (新規・修正・拡充・集約・終了・再掲), in the order in which it is told.

use domain::programme::{LifeCycleKind, LifeEvent, LifeEventId, NodeId, PlanId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::node::Of;
use crate::sql::{Word, maybe_written, meaning, text};

pub(crate) fn list(r: &Read<'_>, of: Of) -> Result<ByOwner<LifeEvent>> {
    let (sql, id) = of.pick(include_str!("of_node.sql"), include_str!("of_plan.sql"));
    r.by_owner(sql, named_params! { ":id": id }, |row| {
        Ok(LifeEvent {
            id: LifeEventId(row.get("id")?),
            kind: row.get::<Word<_>>("kind")?.0,
            year: maybe_written(row, "year_text", "year_meaning")?,
            words: row.get("words")?,
            other: row.get::<Option<i64>>("other_id")?.map(NodeId),
        })
    })
}

/// The nodes with an event that names this one: merged into it, or second listings of it.
pub fn naming(r: &Read<'_>, node: NodeId) -> Result<Vec<NodeId>> {
    r.list(include_str!("naming.sql"), named_params! { ":id": node.0 }, |row| row.get("node_id").map(NodeId))
}

/// The events of one kind in a plan and their nodes; 継続 only where a year is said with it, for without one
/// it stands for words alone.
pub fn of_kind(r: &Read<'_>, plan: PlanId, kind: LifeCycleKind) -> Result<Vec<(LifeEventId, NodeId)>> {
    r.list(include_str!("of_kind.sql"), named_params! { ":plan": plan.0, ":kind": Word(kind) }, |row| {
        Ok((LifeEventId(row.get("id")?), NodeId(row.get("node_id")?)))
    })
}

pub(crate) fn save(w: &Write<'_>, node: NodeId, events: &[LifeEvent]) -> Result<()> {
    for (position, event) in list::positions(events) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":id": event.id.0,
                ":node_id": node.0,
                ":position": position,
                ":kind": Word(event.kind),
                ":year_text": text(event.year.as_ref()),
                ":year_meaning": event.year.as_ref().and_then(meaning),
                ":words": event.words,
                ":other_id": event.other.map(|other| other.0),
            },
        )?;
    }
    list::prune(w, include_str!("prune.sql"), node.0, events.iter().map(|event| event.id))
}
