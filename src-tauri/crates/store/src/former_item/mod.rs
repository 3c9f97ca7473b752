//! The items of former plans that a node continues, in their order.

use domain::programme::NodeId;
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::node::Of;

pub(crate) fn list(r: &Read<'_>, of: Of) -> Result<ByOwner<NodeId>> {
    let (sql, id) = of.pick(include_str!("of_node.sql"), include_str!("of_plan.sql"));
    r.by_owner(sql, named_params! { ":id": id }, |row| row.get("former_id").map(NodeId))
}

/// Those of the nodes of all plans.
pub(crate) fn all(r: &Read<'_>) -> Result<ByOwner<NodeId>> {
    r.by_owner(include_str!("all.sql"), named_params! {}, |row| row.get("former_id").map(NodeId))
}

pub(crate) fn save(w: &Write<'_>, node: NodeId, formers: &[NodeId]) -> Result<()> {
    for (position, former) in list::positions(formers) {
        w.run(
            include_str!("save.sql"),
            named_params! { ":node_id": node.0, ":former_id": former.0, ":position": position },
        )?;
    }
    list::prune(w, include_str!("prune.sql"), node.0, formers.iter().copied())
}
