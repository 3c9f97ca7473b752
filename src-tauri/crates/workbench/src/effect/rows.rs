//! Rows of the tables of effects: adding, removing, moving.

use domain::programme::{EffectRow, EffectRowId, EffectSide, EffectSpan, EffectTable, EffectTableId, NodeId};
use serde::{Deserialize, Serialize};
use store::{Outcome, Table, Write};
use ts_rs::TS;

use super::table;
use crate::error::Thing;
use crate::file::Found;
use crate::op::Op;
use crate::{By, Result, Workbench, WorkbenchError, words};

/// A new row: a category by its title, or an item of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewEffectRow {
    /// Name as printed; "" takes that of the item.
    pub title: String,
    /// The item whose effect it is.
    #[serde(default)]
    #[ts(optional)]
    pub node: Option<NodeId>,
    /// A printed total of the rows above it.
    #[serde(default)]
    pub total: bool,
}

/// Rows for a table, as one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewEffectRows {
    /// The table.
    pub table: EffectTableId,
    /// Place among its rows, from 0; larger than their number means last.
    pub position: u32,
    /// The rows in their order.
    pub rows: Vec<NewEffectRow>,
}

/// Adds rows and answers their identities. They take side, account and span of the row above them.
pub fn add_rows(workbench: &mut Workbench, by: &By, new: &NewEffectRows) -> Result<Outcome<Vec<EffectRowId>>> {
    let first = new.rows.first().ok_or(WorkbenchError::NothingToShow)?;
    let name = table(&workbench.read(), new.table)?.name;
    let op = match new.rows.len() {
        1 => Op::AddEffectRow { row: title_of(&workbench.read(), first)? },
        count => Op::AddEffectRows { table: name, count },
    };
    workbench.transact(by, &op, |w| {
        let mut table = table(w, new.table)?;
        let at = table.rows.len().min(new.position as usize);
        let like = table.rows[..at].iter().rev().find(|row| !row.total).cloned();
        let mut made = Vec::new();
        let first = store::next_id(w, Table::EffectRow)?;
        for (id, (offset, row)) in (first..).map(EffectRowId).zip(new.rows.iter().enumerate()) {
            check_node(w, &table, row.node)?;
            let row = EffectRow {
                id,
                title: title_of(w, row)?,
                node: row.node,
                side: like.as_ref().map_or(EffectSide::Unsaid, |like| like.side),
                account: like.as_ref().map(|like| like.account.clone()).unwrap_or_default(),
                span: like.as_ref().map_or(EffectSpan::SingleYear, |like| like.span),
                total: row.total,
                cells: Vec::new(),
            };
            table.rows.insert(at + offset, row);
            made.push(id);
        }
        store::effect::save(w, &table)?;
        Ok(made)
    })
}

/// The title of a new row: its own words, or those of its item.
fn title_of(r: &store::Read<'_>, row: &NewEffectRow) -> Result<String> {
    match (row.node, row.title.trim().is_empty()) {
        (Some(node), true) => store::node::title(r, node)?.found(Thing::Node, node.0),
        _ => words::name(&row.title),
    }
}

/// A row can be of an item of its own plan.
pub(super) fn check_node(w: &Write<'_>, table: &EffectTable, node: Option<NodeId>) -> Result<()> {
    let Some(node) = node else { return Ok(()) };
    store::node::plan_of(w, node)?.filter(|plan| *plan == table.plan).found(Thing::Node, node.0)?;
    Ok(())
}

/// Removes rows, of one table or of several, as one step.
pub fn remove_rows(workbench: &mut Workbench, by: &By, rows: &[EffectRowId]) -> Result<Outcome<()>> {
    let first = rows.first().ok_or(WorkbenchError::NothingToShow)?;
    let (home, at) = home(&workbench.read(), *first)?;
    let op = match rows.len() {
        1 => Op::RemoveEffectRow { row: home.rows[at].title.clone() },
        count => Op::RemoveEffectRows { table: home.name, count },
    };
    workbench.transact(by, &op, |w| {
        for row in rows {
            let (mut table, at) = self::home(w, *row)?;
            table.rows.remove(at);
            store::effect::save(w, &table)?;
        }
        Ok(())
    })
}

/// Moves a row to a place in its table, from 0; larger than the number of rows means last.
pub fn place_row(workbench: &mut Workbench, by: &By, row: EffectRowId, position: u32) -> Result<Outcome<()>> {
    let (table, at) = home(&workbench.read(), row)?;
    workbench.transact(by, &Op::MoveEffectRow { row: table.rows[at].title.clone() }, |w| {
        let (mut table, at) = home(w, row)?;
        let moved = table.rows.remove(at);
        table.rows.insert(table.rows.len().min(position as usize), moved);
        Ok(store::effect::save(w, &table)?)
    })
}

/// The table a row stands in, and its place there.
pub(super) fn home(r: &store::Read<'_>, row: EffectRowId) -> Result<(EffectTable, usize)> {
    let tables = store::effect::all(r)?;
    let found = tables.into_iter().find_map(|table| {
        let at = table.rows.iter().position(|one| one.id == row)?;
        Some((table, at))
    });
    found.found(Thing::EffectRow, row.0)
}
