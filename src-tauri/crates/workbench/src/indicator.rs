//! Indicators (指標) of plans and nodes as one table: its cells and its order. Adding, removing and
//! single figures are those of [`crate::fiscal`]: an indicator is the same thing wherever it stands.

mod cells;

pub use cells::{IndicatorCell, IndicatorValue, set};

use domain::programme::{Indicator, IndicatorId};
use store::Outcome;

use crate::fiscal::read;
use crate::op::Op;
use crate::{By, Result, Workbench};

/// Moves an indicator to a place among those of the same node, plan or of the city's finances, from
/// 0; larger than their number means last.
pub fn place(workbench: &mut Workbench, by: &By, id: IndicatorId, position: u32) -> Result<Outcome<()>> {
    let moved = read(&workbench.read(), id)?;
    workbench.transact(by, &Op::MoveIndicator { indicator: moved.name.clone() }, |w| {
        let all = store::indicator::all(w)?;
        let mut own: Vec<IndicatorId> =
            all.iter().filter(|one| one.scope == moved.scope && one.id != id).map(|one| one.id).collect();
        own.insert(own.len().min(position as usize), id);
        // The others keep their places in the list of all.
        let mut next = own.into_iter();
        let placed = |one: &Indicator| if one.scope == moved.scope { next.next() } else { Some(one.id) };
        let order: Vec<IndicatorId> = all.iter().filter_map(placed).collect();
        Ok(store::indicator::reorder(w, &order)?)
    })
}
