//! One thing done to many items at once (一括操作): each is one step of undo, however many items.

mod assign;
mod copy;
mod cumulative;
mod judge;
mod same;
mod shift;

pub use assign::{Assign, assign};
pub use copy::{CopyLine, CopyOrder, copy, copy_lines};
pub use cumulative::{CumulativeMark, mark_cumulative};
pub use judge::{Judgement, evaluate};
pub use same::{Marked, SameMark, mark_same};
pub use shift::{Shift, shift};

use std::collections::HashSet;

use domain::programme::{Node, NodeId};
use domain::value::fiscal_year::{FiscalYear, ReadYear};
use store::{Read, Table};

use crate::error::Thing;
use crate::file::Found;
use crate::{Result, WorkbenchError};

/// Every node once, in the order they were chosen.
fn each(chosen: &[NodeId]) -> Vec<NodeId> {
    let mut seen = HashSet::new();
    chosen.iter().copied().filter(|id| seen.insert(*id)).collect()
}

/// A year as the plan of the nodes calls it.
fn called(r: &Read<'_>, chosen: &[NodeId], year: FiscalYear) -> Result<ReadYear> {
    let reckoning = chosen.first().map(|node| store::plan::reckoning(r, Table::Node, node.0)).transpose()?;
    Ok(reckoning.unwrap_or_default().of(year))
}

/// Of the nodes chosen, the items on which a record of the year is due: those of the level that
/// carries records, without the ones that ended before.
fn due(r: &Read<'_>, chosen: &[NodeId], year: FiscalYear) -> Result<Vec<Node>> {
    let mut items = Vec::new();
    for id in each(chosen) {
        let node = store::node::read(r, id)?.found(Thing::Node, id.0)?;
        let plan = store::node::plan_of(r, id)?.found(Thing::Node, id.0)?;
        let plan = store::plan::header(r, plan)?.found(Thing::Plan, plan.0)?;
        if node.level == plan.evaluation_level && !node.life_cycle.ended_before(year) {
            items.push(node);
        }
    }
    if items.is_empty() { Err(WorkbenchError::NothingToDo) } else { Ok(items) }
}
