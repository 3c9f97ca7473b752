//! Schedule bars (工程): lanes of an item and the bars on them.

use domain::programme::{Bar, BarId, Lane, LaneId, Node, NodeId, Plan, Schedule, ScheduleId, says_as_before};
use domain::value::fiscal_year::FiscalYear;
use domain::value::written::Written;
use serde::{Deserialize, Serialize};
use store::{Outcome, Table};
use ts_rs::TS;

use crate::error::Thing;
use crate::file::Found;
use crate::op::{Op, ScheduleChange};
use crate::texts::keys;
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
    /// A bar put on another lane of the item, in the years given.
    PlaceBar {
        /// The bar.
        bar: BarId,
        /// The lane.
        lane: LaneId,
        /// First year.
        first: FiscalYear,
        /// Last year.
        last: FiscalYear,
    },
    /// All that is written on a bar, and whether an arrow stands around it: words, amount, 「→」, months.
    DetailBar {
        /// The bar.
        bar: BarId,
        /// Its words.
        words: String,
        /// Its amount as written; "" for none.
        amount: String,
        /// Printed as 「→」: as in the year before.
        as_before: bool,
        /// Printed as words alone, without an arrow.
        #[serde(default)]
        words_only: bool,
        /// Month in which the step begins, 1 to 12.
        #[serde(default)]
        #[ts(optional)]
        first_month: Option<u8>,
        /// Month in which the step is due, 1 to 12.
        #[serde(default)]
        #[ts(optional)]
        last_month: Option<u8>,
    },
    /// A bar taken away.
    RemoveBar {
        /// The bar.
        bar: BarId,
    },
}

/// Changes the schedule of one item as one step. Returns the identity of what was added. Only the
/// schedule in force is written into.
pub fn edit(workbench: &mut Workbench, by: &By, node: NodeId, edit: &ScheduleEdit) -> Result<Outcome<Option<i64>>> {
    let item = store::node::title(&workbench.read(), node)?.found(Thing::Node, node.0)?;
    let op = Op::EditSchedule { item, change: change(edit) };
    workbench.transact(by, &op, |w| {
        let plan = store::node::plan_of(w, node)?.found(Thing::Node, node.0)?;
        let header = store::plan::header(w, plan)?.found(Thing::Plan, plan.0)?;
        let before = store::node::read(w, node)?.found(Thing::Node, node.0)?;
        let mut whole = before.clone();
        if let ScheduleEdit::AddLane { schedule, .. } = edit {
            let own = header.schedules.iter().find(|own| own.id == *schedule);
            own.found(Thing::Schedule, schedule.0)?;
        }
        in_force(&header, schedule_of(&before, edit))?;
        let next_lane = LaneId(store::next_id(w, Table::Lane)?);
        let next_bar = BarId(store::next_id(w, Table::Bar)?);
        let added = apply(&mut whole, edit, next_lane, next_bar)?;
        within_schedules(&header, &before, &whole)?;
        store::node::save(w, plan, &whole)?;
        Ok(added)
    })
}

/// Refuses what would change an earlier schedule: what was said at its moment stays.
fn in_force(header: &Plan, schedule: Option<ScheduleId>) -> Result<()> {
    let earlier = header.schedules.iter().rev().skip(1).find(|earlier| Some(earlier.id) == schedule);
    match earlier {
        Some(earlier) => Err(WorkbenchError::EarlierSchedule { name: shown(earlier) }),
        None => Ok(()),
    }
}

/// A schedule with its moment: 年度スケジュール（R5.3時点想定）.
pub(crate) fn shown(schedule: &Schedule) -> String {
    match &schedule.as_of {
        Some(moment) => format!("{}（{}）", schedule.name, moment.text),
        None => schedule.name.clone(),
    }
}

/// The schedule a change is made in; none where its lane or bar is not one of the node.
fn schedule_of(node: &Node, edit: &ScheduleEdit) -> Option<ScheduleId> {
    let of_lane = |id: LaneId| node.lanes.iter().find(|lane| lane.id == id).map(|lane| lane.schedule);
    let of_bar = |id: BarId| bar_at(node, id).ok().map(|(lane, _)| node.lanes[lane].schedule);
    match edit {
        ScheduleEdit::AddLane { schedule, .. } => Some(*schedule),
        ScheduleEdit::RenameLane { lane, .. }
        | ScheduleEdit::MoveLane { lane, .. }
        | ScheduleEdit::RemoveLane { lane }
        | ScheduleEdit::AddBar { lane, .. } => of_lane(*lane),
        ScheduleEdit::SpanBar { bar, .. }
        | ScheduleEdit::WordBar { bar, .. }
        | ScheduleEdit::PlaceBar { bar, .. }
        | ScheduleEdit::DetailBar { bar, .. }
        | ScheduleEdit::RemoveBar { bar } => of_bar(*bar),
    }
}

fn change(edit: &ScheduleEdit) -> ScheduleChange {
    match edit {
        ScheduleEdit::AddLane { .. } => ScheduleChange::AddLane,
        ScheduleEdit::RenameLane { .. } | ScheduleEdit::MoveLane { .. } => ScheduleChange::EditLane,
        ScheduleEdit::RemoveLane { .. } => ScheduleChange::RemoveLane,
        ScheduleEdit::AddBar { .. } => ScheduleChange::AddBar,
        ScheduleEdit::SpanBar { .. }
        | ScheduleEdit::WordBar { .. }
        | ScheduleEdit::PlaceBar { .. }
        | ScheduleEdit::DetailBar { .. } => ScheduleChange::EditBar,
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
            let mut bar = Bar {
                id: next_bar,
                first: *first,
                last: *last,
                words: String::new(),
                amount: None,
                as_before: false,
                words_only: false,
                first_month: None,
                last_month: None,
                lanes: (*lanes).max(1),
            };
            write_words(&mut bar, words)?;
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
            write_words(&mut node.lanes[lane].bars[at], words)?;
        }
        ScheduleEdit::PlaceBar { bar, lane, first, last } => {
            let (from, at) = bar_at(node, *bar)?;
            let schedule = node.lanes[from].schedule;
            let fits = |other: &Lane| other.id == *lane && other.schedule == schedule;
            let to = node.lanes.iter().position(fits).found(Thing::Lane, lane.0)?;
            let mut moved = node.lanes[from].bars.remove(at);
            (moved.first, moved.last) = (*first, *last);
            let bars = &mut node.lanes[to].bars;
            bars.push(in_order(moved)?);
            bars.sort_by_key(|bar| (bar.first, bar.last));
        }
        ScheduleEdit::DetailBar { bar, words, amount, as_before, words_only, first_month, last_month } => {
            let (lane, at) = bar_at(node, *bar)?;
            let bar = &mut node.lanes[lane].bars[at];
            let as_before = *as_before || says_as_before(words);
            write_words(bar, words)?;
            let amount = words::text(amount)?;
            // An amount whose words did not change keeps the meaning it was read with.
            if bar.amount.as_ref().is_none_or(|before| before.text != amount) {
                bar.amount = (!amount.is_empty()).then(|| Written::read(amount));
            }
            bar.as_before = as_before;
            bar.words_only = *words_only;
            bar.first_month = month(*first_month)?;
            bar.last_month = month(*last_month)?;
        }
        ScheduleEdit::RemoveBar { bar } => {
            let (lane, at) = bar_at(node, *bar)?;
            node.lanes[lane].bars.remove(at);
        }
    }
    shorten_spans(node);
    Ok(None)
}

/// Puts words on a bar. An arrow alone is the mark "as in the year before"; words where only the
/// arrow stood take its place.
fn write_words(bar: &mut Bar, words: &str) -> Result<()> {
    let words = words::text(words)?;
    if says_as_before(&words) {
        bar.words.clear();
        bar.as_before = true;
    } else {
        let takes_the_place = bar.words.is_empty() && !words.is_empty();
        bar.as_before &= !takes_the_place;
        bar.words = words;
    }
    Ok(())
}

fn month(month: Option<u8>) -> Result<Option<u8>> {
    match month {
        Some(wrong) if !(1..=12).contains(&wrong) => {
            Err(WorkbenchError::NotUnderstood { text: wrong.to_string(), expected: keys::EXPECTED_MONTH })
        }
        month => Ok(month),
    }
}

fn in_order(bar: Bar) -> Result<Bar> {
    if bar.first <= bar.last {
        Ok(bar)
    } else {
        Err(WorkbenchError::YearsOutOfRange { first: bar.first.year(), last: bar.last.year() })
    }
}

/// Refuses a bar drawn or drawn out beyond the years of its schedule. One that lay beyond before
/// may stay there, or come nearer.
fn within_schedules(plan: &Plan, before: &Node, after: &Node) -> Result<()> {
    let known = |id: BarId| before.lanes.iter().flat_map(|lane| &lane.bars).find(|bar| bar.id == id);
    for lane in &after.lanes {
        let Some(schedule) = plan.schedules.iter().find(|schedule| schedule.id == lane.schedule) else { continue };
        for bar in &lane.bars {
            let old = known(bar.id);
            let early = bar.first < schedule.first && old.is_none_or(|old| bar.first < old.first);
            let late = bar.last > schedule.last && old.is_none_or(|old| bar.last > old.last);
            if early || late {
                let outside = if early { bar.first } else { bar.last };
                let [year, first, last] =
                    [outside, schedule.first, schedule.last].map(|year| plan.reckoning().of(year));
                return Err(WorkbenchError::BarOutsideSchedule { year, first, last });
            }
        }
    }
    Ok(())
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

    fn drawn() -> Node {
        let mut node = node();
        let add = ScheduleEdit::AddBar {
            lane: LaneId(1),
            first: year(2022),
            last: year(2023),
            lanes: 1,
            words: "実施".into(),
        };
        apply(&mut node, &add, LaneId(9), BarId(5)).expect("a bar is drawn");
        node
    }

    #[test]
    fn a_bar_goes_to_another_lane_with_all_that_is_written_on_it() {
        let mut node = drawn();
        let detail = ScheduleEdit::DetailBar {
            bar: BarId(5),
            words: "実施".into(),
            amount: "△10,500".into(),
            as_before: false,
            words_only: true,
            first_month: Some(7),
            last_month: Some(3),
        };
        apply(&mut node, &detail, LaneId(9), BarId(9)).expect("words are written");
        let place = ScheduleEdit::PlaceBar { bar: BarId(5), lane: LaneId(2), first: year(2023), last: year(2024) };
        apply(&mut node, &place, LaneId(9), BarId(9)).expect("a bar is moved");
        assert!(node.lanes[0].bars.is_empty());
        let bar = &node.lanes[1].bars[0];
        assert_eq!((bar.first, bar.last), (year(2023), year(2024)));
        assert_eq!((bar.first_month, bar.last_month), (Some(7), Some(3)));
        assert!(bar.words_only);
        let amount = bar.amount.as_ref().expect("the amount stays");
        assert_eq!(amount.text, "△10,500");
        assert!(amount.is_understood());
    }

    #[test]
    fn an_arrow_typed_on_a_bar_says_as_in_the_year_before() {
        let mut node = drawn();
        let mut write = |words: &str| {
            let edit = ScheduleEdit::WordBar { bar: BarId(5), words: words.into() };
            apply(&mut node, &edit, LaneId(9), BarId(9)).expect("words are written");
            let bar = &node.lanes[0].bars[0];
            (bar.as_before, bar.words.clone())
        };
        assert_eq!(write("⇒"), (true, String::new()));
        assert_eq!(write("→"), (true, String::new()), "once more is the same");
        assert_eq!(write("検証"), (false, "検証".into()), "words take its place");
        assert_eq!(write("検証 → 実施"), (false, "検証 → 実施".into()), "an arrow among words is one of them");
        let add =
            ScheduleEdit::AddBar {
                lane: LaneId(2), first: year(2024), last: year(2024), lanes: 1, words: "→".into()
            };
        apply(&mut node, &add, LaneId(9), BarId(6)).expect("a bar is drawn");
        assert!(node.lanes[1].bars[0].as_before);
    }

    #[test]
    fn a_month_that_is_none_is_refused() {
        let detail = ScheduleEdit::DetailBar {
            bar: BarId(5),
            words: String::new(),
            amount: String::new(),
            as_before: true,
            words_only: false,
            first_month: Some(13),
            last_month: None,
        };
        let refused = apply(&mut drawn(), &detail, LaneId(9), BarId(9));
        assert!(matches!(refused, Err(WorkbenchError::NotUnderstood { .. })));
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
