//! Schedules: work whose last bar is over although the item goes on.

use super::{Case, Cell, Fact, Finding, Look, Spot, title};
use crate::programme::{LifeCycleKind, Plan};

pub(super) fn look(look: &Look<'_>, found: &mut Vec<Finding>) {
    for plan in &look.programme.plans {
        ended_bars(look, plan, found);
    }
}

/// The schedule in force has no bar any more in a year of the plan that has begun, and the item is
/// not 終了. A bar up to the end of the plan is over with the plan, which is no contradiction.
fn ended_bars(look: &Look<'_>, plan: &Plan, found: &mut Vec<Finding>) {
    let (Some(schedule), Some(last), Some(now)) = (plan.schedule(), plan.last.meaning, look.now()) else { return };
    for node in &plan.nodes {
        let told = node.life_cycle.last_kind();
        let over = told.ends() || told == LifeCycleKind::Relisted || node.life_cycle.last_year().is_some();
        let bars = node.lanes_of(schedule.id).flat_map(|lane| &lane.bars);
        let Some((end, bar)) = bars.map(|bar| (bar.last, bar.id)).max() else { continue };
        if !over && end < now && end < last {
            let ended = LifeCycleKind::Ended;
            let word = Fact::Life(ended, plan.life_word(ended).map(str::to_owned));
            let facts = vec![("year", Fact::Year(end)), ("word", word)];
            let (at, cell) = (Spot::Schedule(node.id), Cell::Bar(bar));
            found.push(Finding { case: Case::Bar, at, cell, title: title(node), facts });
        }
    }
}
