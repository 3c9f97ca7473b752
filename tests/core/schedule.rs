//! Schedule bars: lanes and bars of an item in the schedule in force.

use domain::programme::{Lane, LifeCycleKind, NodeId, ScheduleId, broken_references};
use workbench::schedule::{ScheduleEdit, edit};
use workbench::settings::baseline::{BaselineEdit, edit as baseline};
use workbench::view::{Ghost, Shown};
use workbench::{Workbench, WorkbenchError, view};

use crate::support::{PROGRAMME, bench, by, history, node, refused, undo_all, year};

/// ① 多様な手法による市民参加の推進, with three lanes in each of two schedules.
const ITEM: i64 = 15;
/// The schedule in force (R5.3時点想定).
const SCHEDULE: ScheduleId = ScheduleId(3);

fn lanes(bench: &Workbench) -> Vec<Lane> {
    node(bench, ITEM).lanes_of(SCHEDULE).cloned().collect()
}

fn change(bench: &mut Workbench, change: &ScheduleEdit) -> Option<i64> {
    edit(bench, &by(), NodeId(ITEM), change).unwrap().value
}

fn titles(bench: &Workbench) -> Vec<String> {
    lanes(bench).into_iter().map(|lane| lane.title).collect()
}

#[test]
fn lanes_are_added_renamed_moved_and_removed_in_their_own_schedule() {
    let mut bench = bench();
    let baseline: Vec<Lane> = node(&bench, ITEM).lanes_of(ScheduleId(2)).cloned().collect();
    let before = titles(&bench);
    let add = ScheduleEdit::AddLane { schedule: SCHEDULE, position: 1, title: "公募委員の研修".into() };
    let id = change(&mut bench, &add).unwrap();
    let lane = domain::programme::LaneId(id);
    assert_eq!(titles(&bench), [&before[0], "公募委員の研修", &before[1], &before[2]]);
    change(&mut bench, &ScheduleEdit::RenameLane { lane, title: "委員の研修".into() });
    change(&mut bench, &ScheduleEdit::MoveLane { lane, position: 99 });
    assert_eq!(titles(&bench), [&before[0], &before[1], &before[2], "委員の研修"]);
    change(&mut bench, &ScheduleEdit::MoveLane { lane, position: 0 });
    assert_eq!(titles(&bench)[0], "委員の研修");
    change(&mut bench, &ScheduleEdit::RemoveLane { lane });
    assert_eq!(titles(&bench), before);
    let now: Vec<Lane> = node(&bench, ITEM).lanes_of(ScheduleId(2)).cloned().collect();
    assert_eq!(now, baseline, "the baseline before is not touched");
    let item = "「多様な手法による市民参加の推進」";
    let names = ["取組項目の削除", "取組項目の変更", "取組項目の変更", "取組項目の変更", "取組項目の追加"];
    assert_eq!(history(&bench), names.map(|name| format!("{item}{name}")));
}

#[test]
fn bars_are_drawn_worded_stretched_and_removed() {
    let mut bench = bench();
    let add = ScheduleEdit::AddLane { schedule: SCHEDULE, position: 99, title: "試行".into() };
    let lane = domain::programme::LaneId(change(&mut bench, &add).unwrap());
    let bar = |first, last, words: &str| ScheduleEdit::AddBar {
        lane,
        first: year(first),
        last: year(last),
        lanes: 1,
        words: words.into(),
    };
    let later = change(&mut bench, &bar(2023, 2024, "実施")).unwrap();
    let earlier = change(&mut bench, &bar(2021, 2021, "検討・策定")).unwrap();
    let words = |bench: &Workbench| -> Vec<(i64, String)> {
        lanes(bench).pop().unwrap().bars.into_iter().map(|bar| (bar.id.0, bar.words)).collect()
    };
    assert_eq!(words(&bench), [(earlier, "検討・策定".into()), (later, "実施".into())], "bars stand by their years");
    let id = domain::programme::BarId(earlier);
    change(&mut bench, &ScheduleEdit::WordBar { bar: id, words: "5年を目途に移管\n準備".into() });
    change(&mut bench, &ScheduleEdit::SpanBar { bar: id, first: year(2021), last: year(2022), lanes: 3 });
    let found = lanes(&bench).pop().unwrap().bars[0].clone();
    assert_eq!((found.first, found.last, found.lanes), (year(2021), year(2022), 1), "no lane is below it");
    assert_eq!(found.words, "5年を目途に移管\n準備");
    change(&mut bench, &ScheduleEdit::RemoveBar { bar: id });
    assert_eq!(words(&bench).len(), 1);
    let first = lanes(&bench)[0].bars[0].id;
    change(&mut bench, &ScheduleEdit::SpanBar { bar: first, first: year(2021), last: year(2024), lanes: 9 });
    assert_eq!(lanes(&bench)[0].bars.iter().find(|bar| bar.id == first).unwrap().lanes, 4);
    assert_eq!(broken_references(&bench.programme().unwrap()), []);
}

#[test]
fn a_span_shrinks_with_the_lanes_below_it_and_undo_gives_it_back() {
    let mut bench = bench();
    let all = lanes(&bench);
    let bar = all[0].bars[0].id;
    change(&mut bench, &ScheduleEdit::SpanBar { bar, first: year(2021), last: year(2022), lanes: 3 });
    change(&mut bench, &ScheduleEdit::RemoveLane { lane: all[1].id });
    let span = |bench: &Workbench| lanes(bench)[0].bars.iter().find(|b| b.id == bar).unwrap().lanes;
    assert_eq!(span(&bench), 2);
    assert_eq!(broken_references(&bench.programme().unwrap()), []);
    bench.undo().unwrap().unwrap();
    assert_eq!(span(&bench), 3);
    undo_all(&mut bench);
    assert_eq!(lanes(&bench), all);
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let mut bench = bench();
    let all = lanes(&bench);
    let (lane, bar) = (all[0].id, all[0].bars[0].id);
    let gone = (domain::programme::LaneId(999), domain::programme::BarId(999));
    let (r4, r6) = (year(2022), year(2024));
    let cases = [
        (ScheduleEdit::AddBar { lane, first: r6, last: r4, lanes: 1, words: String::new() }, "YearsOutOfRange"),
        (ScheduleEdit::SpanBar { bar, first: r6, last: r4, lanes: 1 }, "YearsOutOfRange"),
        (ScheduleEdit::AddLane { schedule: SCHEDULE, position: 0, title: "　".into() }, "EmptyName"),
        (ScheduleEdit::RenameLane { lane, title: String::new() }, "EmptyName"),
        (ScheduleEdit::WordBar { bar, words: "実\u{0}施".into() }, "ControlCharacter"),
        (ScheduleEdit::RenameLane { lane: gone.0, title: "名".into() }, "NoSuch"),
        (ScheduleEdit::MoveLane { lane: gone.0, position: 0 }, "NoSuch"),
        (ScheduleEdit::RemoveLane { lane: gone.0 }, "NoSuch"),
        (ScheduleEdit::AddBar { lane: gone.0, first: r4, last: r6, lanes: 1, words: String::new() }, "NoSuch"),
        (ScheduleEdit::SpanBar { bar: gone.1, first: r4, last: r6, lanes: 1 }, "NoSuch"),
        (ScheduleEdit::WordBar { bar: gone.1, words: String::new() }, "NoSuch"),
        (ScheduleEdit::RemoveBar { bar: gone.1 }, "NoSuch"),
        (ScheduleEdit::AddLane { schedule: ScheduleId(1), position: 0, title: "よその計画".into() }, "NoSuch"),
    ];
    for (change, kind) in cases {
        let error = refused(&mut bench, |b| edit(b, &by(), NodeId(ITEM), &change));
        assert!(format!("{error:?}").starts_with(kind), "{change:?}: {error:?}");
    }
    let rename = ScheduleEdit::RenameLane { lane, title: "名".into() };
    let error = refused(&mut bench, |b| edit(b, &by(), NodeId(16), &rename));
    assert!(matches!(error, WorkbenchError::NoSuch { .. }), "the lane is another item's");
}

#[test]
fn an_earlier_schedule_stays_as_it_was_at_its_moment() {
    let mut bench = bench();
    let old = node(&bench, ITEM).lanes_of(ScheduleId(2)).next().unwrap().clone();
    let (lane, bar) = (old.id, old.bars[0].id);
    for change in [
        ScheduleEdit::AddLane { schedule: ScheduleId(2), position: 0, title: "試行".into() },
        ScheduleEdit::RenameLane { lane, title: "試行".into() },
        ScheduleEdit::RemoveLane { lane },
        ScheduleEdit::WordBar { bar, words: "試行".into() },
        ScheduleEdit::RemoveBar { bar },
    ] {
        let error = refused(&mut bench, |b| edit(b, &by(), NodeId(ITEM), &change));
        assert!(matches!(error, WorkbenchError::EarlierSchedule { .. }), "{change:?}: {error:?}");
    }
}

#[test]
fn a_bar_stays_within_its_schedule_and_one_that_lay_beyond_can_be_mended() {
    let mut programme = workbench::sample::programme().unwrap();
    let item = programme.plans[1].nodes.iter_mut().find(|node| node.id == NodeId(ITEM)).unwrap();
    let lane = item.lanes.iter_mut().find(|lane| lane.schedule == SCHEDULE).unwrap();
    (lane.bars[0].first, lane.bars[0].last) = (year(2019), year(2027));
    let (lane, bar) = (lane.id, lane.bars[0].id);
    let mut bench = Workbench::memory(&programme).unwrap();
    let view = view::schedule(&bench, PROGRAMME, Shown::default()).unwrap();
    assert_eq!(view.beyond.iter().map(|year| year.short.as_str()).collect::<Vec<_>>(), ["R1", "R9"]);
    let span = |first, last| ScheduleEdit::SpanBar { bar, first: year(first), last: year(last), lanes: 1 };
    for beyond in [
        ScheduleEdit::AddBar { lane, first: year(2024), last: year(2025), lanes: 1, words: String::new() },
        ScheduleEdit::AddBar { lane, first: year(2020), last: year(2021), lanes: 1, words: String::new() },
        span(2018, 2027),
        span(2019, 2028),
    ] {
        let error = refused(&mut bench, |b| edit(b, &by(), NodeId(ITEM), &beyond));
        assert!(matches!(error, WorkbenchError::BarOutsideSchedule { .. }), "{beyond:?}: {error:?}");
    }
    change(&mut bench, &ScheduleEdit::WordBar { bar, words: "実施".into() });
    change(&mut bench, &span(2021, 2026));
    change(&mut bench, &span(2021, 2024));
    let error = refused(&mut bench, |b| edit(b, &by(), NodeId(ITEM), &span(2021, 2025)));
    assert!(matches!(error, WorkbenchError::BarOutsideSchedule { .. }), "inside it stays: {error:?}");
}

#[test]
fn the_view_shows_each_lane_with_its_baseline() {
    let bench = bench();
    let view = view::schedule(&bench, PROGRAMME, Shown::default()).unwrap();
    let items = view.items.iter().filter(|item| item.level == view.item_level).count();
    assert_eq!((view.item_name.as_str(), items), ("実施プログラム", 28), "told by the name of their level");
    assert_eq!(view.schedule, Some(SCHEDULE));
    assert_eq!(view.years.iter().map(|y| y.short.as_str()).collect::<Vec<_>>(), ["R3", "R4", "R5", "R6"]);
    assert_eq!(view.items.iter().filter(|item| item.item).count(), 28);
    for item in &view.items {
        let node = node(&bench, item.node.0);
        let shown: Vec<&Lane> = item.lanes.iter().map(|lane| &lane.lane).collect();
        assert_eq!(shown, node.lanes_of(SCHEDULE).collect::<Vec<_>>(), "{}", item.title);
        for lane in &item.lanes {
            let before = node.lanes_of(ScheduleId(2)).any(|old| old.title == lane.lane.title);
            assert_eq!(lane.baseline.is_some(), before, "{}: {}", item.title, lane.lane.title);
            assert!(lane.baseline.iter().all(|old| old.schedule == ScheduleId(2)));
        }
    }
    assert!(view.items.iter().any(|item| item.lanes.iter().any(|lane| lane.baseline.is_some())));
}

#[test]
fn any_baseline_is_shown_and_compared_and_no_lane_of_it_is_left_out() {
    let mut bench = bench();
    let old = ScheduleId(2);
    let all = lanes(&bench);
    change(&mut bench, &ScheduleEdit::RenameLane { lane: all[0].id, title: "新しい名前".into() });
    let look = |bench: &Workbench, schedule: Option<ScheduleId>, ghost: Ghost| {
        view::schedule(bench, PROGRAMME, Shown { schedule, ghost }).unwrap()
    };
    let usual = look(&bench, None, Ghost::Before);
    assert_eq!((usual.schedule, usual.ghost), (Some(SCHEDULE), Some(old)));
    for item in &usual.items {
        let before: Vec<Lane> = node(&bench, item.node.0).lanes_of(old).cloned().collect();
        let found = item.lanes.iter().filter(|lane| lane.baseline.is_some()).count() + item.gone.len();
        assert_eq!(found, before.len(), "{}: every lane of before is seen", item.title);
    }
    let renamed = usual.items.iter().find(|item| item.node == NodeId(ITEM)).unwrap();
    assert_eq!(renamed.gone.iter().map(|lane| &lane.title).collect::<Vec<_>>(), [&all[0].title]);

    let first = look(&bench, Some(old), Ghost::Before);
    assert_eq!((first.schedule, first.ghost), (Some(old), None), "nothing is before the first one");
    assert!(first.items.iter().all(|item| item.gone.is_empty()));
    let turned = look(&bench, Some(old), Ghost::Of { schedule: SCHEDULE });
    assert_eq!(turned.ghost, Some(SCHEDULE));
    assert_eq!(look(&bench, None, Ghost::None).ghost, None);
    let gone = look(&bench, Some(ScheduleId(99)), Ghost::Of { schedule: ScheduleId(99) });
    assert_eq!((gone.schedule, gone.ghost), (Some(SCHEDULE), None), "what is no longer there is forgotten");
}

#[test]
fn an_ended_item_says_so_and_items_name_their_offices() {
    let bench = bench();
    let view = view::schedule(&bench, PROGRAMME, Shown::default()).unwrap();
    for item in view.items.iter().filter(|item| item.item) {
        assert_eq!(
            item.over,
            node(&bench, item.node.0).life_cycle.last_kind() == LifeCycleKind::Ended,
            "{}",
            item.title
        );
        assert!(!item.offices.is_empty(), "{}", item.title);
    }
    assert!(view.items.iter().any(|item| item.over));
}

#[test]
fn the_unit_of_a_schedule_gives_its_amounts_a_meaning_and_goes_on_to_the_next() {
    let mut bench = bench();
    let unit = |unit: &str| BaselineEdit::Unit { schedule: SCHEDULE, unit: unit.into() };
    baseline(&mut bench, &by(), PROGRAMME, &unit("千円"), false).unwrap();
    let renew = BaselineEdit::Renew { name: "年度スケジュール".into(), as_of: "R6.3時点想定".into() };
    baseline(&mut bench, &by(), PROGRAMME, &renew, false).unwrap();
    let units = |bench: &Workbench| -> Vec<String> {
        let view = view::schedule(bench, PROGRAMME, Shown::default()).unwrap();
        view.schedules.iter().map(|schedule| schedule.unit.to_string()).collect()
    };
    assert_eq!(units(&bench), ["", "千円", "千円"]);
    undo_all(&mut bench);
    assert_eq!(units(&bench), ["", ""]);
    let wrong = refused(&mut bench, |b| baseline(b, &by(), PROGRAMME, &unit("千\u{0}円"), false));
    assert!(matches!(wrong, WorkbenchError::ControlCharacter { .. }), "{wrong:?}");
}
