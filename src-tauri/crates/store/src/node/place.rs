//! Moving nodes in their tree.

use domain::programme::{NodeId, PlanId};
use rusqlite::named_params;

use super::plan_of;
use crate::error::{Result, StoreError};
use crate::handles::{Read, Write};
use crate::list;

/// Moves a node with everything below it to a position (from 0) below a parent of its plan, or to
/// the top of the tree. A position behind the last one means the last one.
///
/// The levels follow: one more than the parent's, 0 at the top. A node that stands at the top
/// already keeps its level: an ended item may hang under no direction.
///
/// Refused with [`StoreError::Sql`] when the node or the parent is not there, when they are in
/// different plans, and when the parent lies below the node.
pub fn place(w: &Write<'_>, id: NodeId, parent: Option<NodeId>, position: usize) -> Result<()> {
    let refused = |why: &str| StoreError::Sql { detail: format!("node {} cannot be placed: {why}", id.0) };
    let plan = plan_of(w, id)?.ok_or_else(|| refused("it is not there"))?;
    let (parent_before, level_before) = above(w, id)?.ok_or_else(|| refused("it is not there"))?;
    let level = match parent {
        None if parent_before.is_none() => level_before,
        None => 0,
        Some(parent) => {
            if plan_of(w, parent)? != Some(plan) {
                return Err(refused("the parent is not in its plan"));
            }
            if with_below(w, id)?.contains(&parent) {
                return Err(refused("the parent lies below it"));
            }
            above(w, parent)?.map_or(0, |(_, level)| level + 1)
        }
    };
    let mut siblings = siblings(w, plan, parent)?;
    siblings.retain(|sibling| *sibling != id.0);
    let position = position.min(siblings.len());
    siblings.insert(position, id.0);
    w.run(
        include_str!("put.sql"),
        named_params! {
            ":id": id.0,
            ":plan_id": plan.0,
            ":parent_id": parent.map(|parent| parent.0),
            ":position": position as i64,
            ":level": level_before,
        },
    )?;
    renumber(w, &siblings)?;
    if parent_before != parent {
        let left = self::siblings(w, plan, parent_before)?;
        renumber(w, &left)?;
    }
    if level != level_before {
        w.run(include_str!("shift.sql"), named_params! { ":id": id.0, ":by": level - level_before })?;
    }
    Ok(())
}

fn above(r: &Read<'_>, id: NodeId) -> Result<Option<(Option<NodeId>, i64)>> {
    r.one(include_str!("above.sql"), named_params! { ":id": id.0 }, |row| {
        Ok((row.get::<Option<i64>>("parent_id")?.map(NodeId), row.get("level")?))
    })
}

/// A node and the nodes below it.
pub fn with_below(r: &Read<'_>, id: NodeId) -> Result<Vec<NodeId>> {
    r.list(include_str!("below.sql"), named_params! { ":id": id.0 }, |row| row.get("id").map(NodeId))
}

fn siblings(r: &Read<'_>, plan: PlanId, parent: Option<NodeId>) -> Result<Vec<i64>> {
    r.list(
        include_str!("siblings.sql"),
        named_params! { ":plan_id": plan.0, ":parent_id": parent.map(|parent| parent.0) },
        |row| row.get("id"),
    )
}

fn renumber(w: &Write<'_>, ids: &[i64]) -> Result<()> {
    for (position, id) in list::positions(ids) {
        w.run(include_str!("renumber.sql"), named_params! { ":id": id, ":position": position })?;
    }
    Ok(())
}
