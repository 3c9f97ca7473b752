//! Schedule bars (工程): lanes of an item and the bars on them.

use domain::programme::{Bar, BarId, Lane, LaneId, Node, NodeId, ScheduleId};
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use store::{Outcome, Table};
use ts_rs::TS;

use crate::error::Thing;
use crate::file::Found;
use crate::op::{Op, ScheduleChange};
use crate::{By, Result, Workbench, WorkbenchError, words};

/// One change to the schedule of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ScheduleEdit {
    /// A new lane at a place among the lanes of the schedule.
    AddLane {
        /// The schedule.
        schedule: ScheduleId,
        /// Place from 0; larger means last.
        position: u32,
        /// Name of the lane.
        title: String,
    },
    /// A lane's name.
    RenameLane {
        /// The lane.
        lane: LaneId,
        /// New name.
        title: String,
    },
    /// A lane moved among its siblings.
    MoveLane {
        /// The lane.
        lane: LaneId,
        /// New place from 0.
        position: u32,
    },
    /// A lane and its bars taken away.
    RemoveLane {
        /// The lane.
        lane: LaneId,
    },
    /// A bar drawn.
    AddBar {
        /// The lane.
        lane: LaneId,
        /// First year.
        first: FiscalYear,
        /// Last year.
        last: FiscalYear,
        /// Lanes it runs over, from its own downwards.
        lanes: u8,
        /// Its words.
        words: String,
    },
    /// A bar moved or made longer or shorter.
    SpanBar {
        /// The bar.
        bar: BarId,
        /// First year.
        first: FiscalYear,
        /// Last year.
        last: FiscalYear,
        /// Lanes it runs over, from its own downwards.
        lanes: u8,
    },
    /// A bar's words.
    WordBar {
        /// The bar.
        bar: BarId,
        /// Its words.
        words: String,
    },
    /// A bar taken away.
    RemoveBar {
        /// The bar.
        bar: BarId,
    },
}

/// Changes the schedule of one item as one step. Returns the identity of what was added.
pub fn edit(workbench: &mut Workbench, by: &By, node: NodeId, edit: &ScheduleEdit) -> Result<Outcome<Option<i64>>> {
    let item = store::node::title(&workbench.read(), node)?.found(Thing::Node, node.0)?;
    let op = Op::EditSchedule { item, change: change(edit) };
    workbench.transact(by, &op, |w| {
        let plan = store::node::plan_of(w, node)?.found(Thing::Node, node.0)?;
        let mut whole = store::node::read(w, node)?.found(Thing::Node, node.0)?;
        if let ScheduleEdit::AddLane { schedule, .. } = edit {
            let header = store::plan::header(w, plan)?.found(Thing::Plan, plan.0)?;
            let own = header.schedules.iter().find(|own| own.id == *schedule);
            own.found(Thing::Schedule, schedule.0)?;
        }
        let next_lane = LaneId(store::next_id(w, Table::Lane)?);
        let next_bar = BarId(store::next_id(w, Table::Bar)?);
        let added = apply(&mut whole, edit, next_lane, next_bar)?;
        store::node::save(w, plan, &whole)?;
        Ok(added)
    })
}

fn change(edit: &ScheduleEdit) -> ScheduleChange {
    match edit {
        ScheduleEdit::AddLane { .. } => ScheduleChange::AddLane,
        ScheduleEdit::RenameLane { .. } | ScheduleEdit::MoveLane { .. } => ScheduleChange::EditLane,
        ScheduleEdit::RemoveLane { .. } => ScheduleChange::RemoveLane,
        ScheduleEdit::AddBar { .. } => ScheduleChange::AddBar,
        ScheduleEdit::SpanBar { .. } | ScheduleEdit::WordBar { .. } => ScheduleChange::EditBar,
        ScheduleEdit::RemoveBar { .. } => ScheduleChange::RemoveBar,
    }
}

fn apply(node: &mut Node, edit: &ScheduleEdit, next_lane: LaneId, next_bar: BarId) -> Result<Option<i64>> {
    match edit {
        ScheduleEdit::AddLane { schedule, position, title } => {
            let lane = Lane { id: next_lane, schedule: *schedule, title: words::name(title)?, bars: Vec::new() };
            insert_lane(node, lane, *position as usize);
            return Ok(Some(next_lane.0));
        }
        ScheduleEdit::RenameLane { lane, title } => lane_mut(node, *lane)?.title = words::name(title)?,
        ScheduleEdit::MoveLane { lane, position } => {
            let at = node.lanes.iter().position(|other| other.id == *lane).found(Thing::Lane, lane.0)?;
            let moved = node.lanes.remove(at);
            insert_lane(node, moved, *position as usize);
        }
        ScheduleEdit::RemoveLane { lane } => {
            lane_mut(node, *lane)?;
            node.lanes.retain(|other| other.id != *lane);
        }
        ScheduleEdit::AddBar { lane, first, last, lanes, words } => {
            let words = words::text(words)?;
            let bar = Bar {
                id: next_bar,
                first: *first,
                last: *last,
                words,
                amount: None,
                as_before: false,
                first_month: None,
                last_month: None,
                lanes: (*lanes).max(1),
            };
            let lane = lane_mut(node, *lane)?;
            lane.bars.push(in_order(bar)?);
            lane.bars.sort_by_key(|bar| (bar.first, bar.last));
            shorten_spans(node);
            return Ok(Some(next_bar.0));
        }
        ScheduleEdit::SpanBar { bar, first, last, lanes } => {
            let (lane, at) = bar_at(node, *bar)?;
            let below = room_below(node, lane);
            let bars = &mut node.lanes[lane].bars;
            bars[at].first = *first;
            bars[at].last = *last;
            bars[at].lanes = (*lanes).clamp(1, below);
            let changed = bars.remove(at);
            bars.push(in_order(changed)?);
            bars.sort_by_key(|bar| (bar.first, bar.last));
        }
        ScheduleEdit::WordBar { bar, words } => {
            let (lane, at) = bar_at(node, *bar)?;
            node.lanes[lane].bars[at].words = words::text(words)?;
        }
        ScheduleEdit::RemoveBar { bar } => {
            let (lane, at) = bar_at(node, *bar)?;
            node.lanes[lane].bars.remove(at);
        }
    }
    shorten_spans(node);
    Ok(None)
}

fn in_order(bar: Bar) -> Result<Bar> {
    if bar.first <= bar.last {
        Ok(bar)
    } else {
        Err(WorkbenchError::YearsOutOfRange { first: bar.first.year(), last: bar.last.year() })
    }
}

fn lane_mut(node: &mut Node, lane: LaneId) -> Result<&mut Lane> {
    node.lanes.iter_mut().find(|other| other.id == lane).found(Thing::Lane, lane.0)
}

fn bar_at(node: &Node, bar: BarId) -> Result<(usize, usize)> {
    let places = node.lanes.iter().enumerate();
    places
        .flat_map(|(l, lane)| lane.bars.iter().enumerate().map(move |(b, bar)| (l, b, bar.id)))
        .find(|(_, _, id)| *id == bar)
        .map(|(lane, at, _)| (lane, at))
        .found(Thing::Bar, bar.0)
}

/// Lanes of the same schedule from this one to the last, which a bar may run over.
fn room_below(node: &Node, lane: usize) -> u8 {
    let schedule = node.lanes[lane].schedule;
    let count = node.lanes[lane..].iter().filter(|other| other.schedule == schedule).count();
    u8::try_from(count).unwrap_or(u8::MAX)
}

/// A bar over several lanes cannot run over lanes that are no longer there.
pub(crate) fn shorten_spans(node: &mut Node) {
    for lane in 0..node.lanes.len() {
        let room = room_below(node, lane);
        for bar in &mut node.lanes[lane].bars {
            bar.lanes = bar.lanes.min(room).max(1);
        }
    }
}

fn insert_lane(node: &mut Node, lane: Lane, position: usize) {
    let schedule = lane.schedule;
    let places: Vec<usize> = (0..node.lanes.len()).filter(|at| node.lanes[*at].schedule == schedule).collect();
    let at = places.get(position).copied().unwrap_or_else(|| places.last().map_or(node.lanes.len(), |last| last + 1));
    node.lanes.insert(at, lane);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(western: i32) -> FiscalYear {
        FiscalYear::new(western).expect("a year in range")
    }

    fn node() -> Node {
        let mut node = Node::new(NodeId(1), None, 0, "公共施設の再編");
        for (id, title) in [(1, "調査"), (2, "協議")] {
            let edit = ScheduleEdit::AddLane { schedule: ScheduleId(1), position: 9, title: title.into() };
            apply(&mut node, &edit, LaneId(id), BarId(1)).expect("a lane is added");
        }
        node
    }

    #[test]
    fn a_bar_runs_over_no_more_lanes_than_there_are() {
        let mut node = node();
        let add = ScheduleEdit::AddBar {
            lane: LaneId(1),
            first: year(2021),
            last: year(2022),
            lanes: 1,
            words: "検討".into(),
        };
        apply(&mut node, &add, LaneId(9), BarId(5)).expect("a bar is drawn");
        let span = ScheduleEdit::SpanBar { bar: BarId(5), first: year(2021), last: year(2024), lanes: 7 };
        apply(&mut node, &span, LaneId(9), BarId(9)).expect("a bar is made longer");
        assert_eq!(node.lanes[0].bars[0].lanes, 2, "two lanes are there");
        apply(&mut node, &ScheduleEdit::RemoveLane { lane: LaneId(2) }, LaneId(9), BarId(9)).expect("a lane goes");
        assert_eq!(node.lanes[0].bars[0].lanes, 1, "the lane below is gone");
    }

    #[test]
    fn years_the_wrong_way_round_are_refused() {
        let add = ScheduleEdit::AddBar {
            lane: LaneId(1),
            first: year(2024),
            last: year(2021),
            lanes: 1,
            words: String::new(),
        };
        let refused = apply(&mut node(), &add, LaneId(9), BarId(5));
        assert!(matches!(refused, Err(WorkbenchError::YearsOutOfRange { first: 2024, last: 2021 })));
    }

    #[test]
    fn a_lane_moves_among_its_siblings() {
        let mut node = node();
        apply(&mut node, &ScheduleEdit::MoveLane { lane: LaneId(2), position: 0 }, LaneId(9), BarId(9))
            .expect("a lane moves");
        let titles: Vec<&str> = node.lanes.iter().map(|lane| lane.title.as_str()).collect();
        assert_eq!(titles, ["協議", "調査"]);
    }
}
