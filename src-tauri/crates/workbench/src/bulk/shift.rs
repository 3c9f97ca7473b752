//! The bars of chosen items or lanes moved by whole years.

use domain::programme::{Bar, LaneId, Node, NodeId, PlanId, Schedule};
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use store::{Outcome, Read};
use ts_rs::TS;

use super::each;
use crate::error::Thing;
use crate::file::Found;
use crate::op::Op;
use crate::{By, Result, Workbench, WorkbenchError};

/// Which bars go how far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Shift {
    /// The items.
    pub nodes: Vec<NodeId>,
    /// Only these lanes of them; all lanes of the schedule in force when empty.
    #[serde(default)]
    pub lanes: Vec<LaneId>,
    /// By how many years; negative is earlier.
    pub years: i32,
    /// Cut what would reach beyond the schedule, instead of refusing.
    pub clip: bool,
}

/// Moves the bars as one step; answers how many. A bar that would leave the years of its schedule
/// refuses all, unless it may be cut; one that would lie outside wholly refuses all in any case.
pub fn shift(workbench: &mut Workbench, by: &By, asked: &Shift) -> Result<Outcome<u32>> {
    let shifted = shifted(&workbench.read(), asked)?;
    let count = shifted.iter().map(|(_, _, bars)| bars).sum();
    let op = Op::ShiftBars { count, years: asked.years };
    workbench.transact(by, &op, |w| {
        for (plan, node, _) in &shifted {
            store::node::save(w, *plan, node)?;
        }
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    })
}

/// The nodes as they would be, with the number of bars moved in each.
fn shifted(r: &Read<'_>, asked: &Shift) -> Result<Vec<(PlanId, Node, usize)>> {
    let mut all = Vec::new();
    for id in each(&asked.nodes) {
        let mut node = store::node::read(r, id)?.found(Thing::Node, id.0)?;
        let plan = store::node::plan_of(r, id)?.found(Thing::Node, id.0)?;
        let header = store::plan::header(r, plan)?.found(Thing::Plan, plan.0)?;
        let Some(schedule) = header.schedule() else { continue };
        let chosen = |lane: LaneId| asked.lanes.is_empty() || asked.lanes.contains(&lane);
        let mut bars: Vec<&mut Bar> = node
            .lanes
            .iter_mut()
            .filter(|lane| lane.schedule == schedule.id && chosen(lane.id))
            .flat_map(|lane| &mut lane.bars)
            .collect();
        let mut beyond = 0;
        for bar in &mut bars {
            beyond += usize::from(!moved(bar, asked, schedule));
        }
        if beyond > 0 {
            let [first, last] = [schedule.first, schedule.last].map(|year| header.reckoning().of(year));
            return Err(WorkbenchError::BarsBeyondSchedule { count: beyond, first, last });
        }
        let count = bars.len();
        if count > 0 {
            all.push((plan, node, count));
        }
    }
    if all.is_empty() || asked.years == 0 { Err(WorkbenchError::NothingToDo) } else { Ok(all) }
}

/// Moves a bar; `false` when it may not lie there.
fn moved(bar: &mut Bar, asked: &Shift, schedule: &Schedule) -> bool {
    let by = |year: FiscalYear| year.year().checked_add(asked.years).and_then(FiscalYear::new);
    let (Some(mut first), Some(mut last)) = (by(bar.first), by(bar.last)) else { return false };
    // What reached beyond the schedule before may do so on the side it is moved away from.
    let over = if asked.years < 0 { first < schedule.first } else { last > schedule.last };
    if over {
        if !asked.clip || last < schedule.first || first > schedule.last {
            return false;
        }
        if first < schedule.first {
            first = schedule.first;
            bar.first_month = None;
        }
        if last > schedule.last {
            last = schedule.last;
            bar.last_month = None;
        }
    }
    (bar.first, bar.last) = (first, last);
    true
}
