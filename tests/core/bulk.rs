//! One thing done to many items: one step of undo each, nothing lost that was not meant.

use domain::programme::{LaneId, LifeCycleKind, NodeId, ScheduleId};
use workbench::bulk::{
    Assign, CopyOrder, CumulativeMark, Judgement, SameMark, Shift, assign, copy, copy_lines, evaluate, mark_cumulative,
    mark_same, shift,
};
use workbench::record::{RecordEdit, field_text, set};
use workbench::{Field, Workbench, WorkbenchError, view};

use crate::support::{PROGRAMME, bench, by, history, node, refused, texts, undo_all, year};

const CHOSEN: [i64; 3] = [15, 16, 17];
/// Ended after R4.
const ENDED: i64 = 20;

fn nodes(ids: &[i64]) -> Vec<NodeId> {
    ids.iter().map(|id| NodeId(*id)).collect()
}

fn word(bench: &Workbench, id: i64, western: i32) -> String {
    let node = node(bench, id);
    let record = node.record(year(western));
    record.and_then(|record| record.evaluations.first()).map(|e| e.text.clone()).unwrap_or_default()
}

fn bars(bench: &Workbench, id: i64) -> Vec<(i32, i32)> {
    let node = node(bench, id);
    let lanes = node.lanes_of(ScheduleId(3));
    lanes.flat_map(|lane| &lane.bars).map(|bar| (bar.first.year(), bar.last.year())).collect()
}

fn judgement(ids: &[i64], text: &str) -> Judgement {
    Judgement { nodes: nodes(ids), year: year(2024), judge: None, text: text.into() }
}

#[test]
fn the_chosen_items_are_judged_with_one_word_in_one_step() {
    let mut bench = bench();
    let before = bench.programme().unwrap();
    let done = evaluate(&mut bench, &by(), &judgement(&[15, 16, 17, 14, ENDED], "△")).unwrap();
    assert_eq!(done.value, 3, "a direction and an item that ended are passed over");
    assert!(CHOSEN.iter().all(|id| word(&bench, *id, 2024) == "遅れ"), "the symbol stands for its word");
    assert_eq!(word(&bench, ENDED, 2024), "");
    assert_eq!(history(&bench), ["令和6年度 3項目の評価「△」の入力"]);
    evaluate(&mut bench, &by(), &judgement(&CHOSEN, "")).unwrap();
    assert_eq!(word(&bench, 15, 2024), "");
    assert_eq!(history(&bench)[0], "令和6年度 3項目の評価の取り消し");
    assert_eq!(undo_all(&mut bench), 2);
    assert_eq!(bench.programme().unwrap(), before);
    let error = refused(&mut bench, |bench| evaluate(bench, &by(), &judgement(&[14, ENDED], "遅れ")));
    assert!(matches!(error, WorkbenchError::NothingToDo));
}

#[test]
fn bars_move_by_years_and_never_beyond_the_schedule() {
    let mut bench = bench();
    assert_eq!(bars(&bench, 29), [(2021, 2022), (2023, 2024)]);
    let asked = |years, clip| Shift { nodes: nodes(&[29]), lanes: vec![], years, clip };
    let error = refused(&mut bench, |bench| shift(bench, &by(), &asked(1, false)));
    assert!(matches!(error, WorkbenchError::BarsBeyondSchedule { count: 1, .. }), "{error}");
    let done = shift(&mut bench, &by(), &asked(1, true)).unwrap();
    assert_eq!((done.value, bars(&bench, 29)), (2, vec![(2022, 2023), (2024, 2024)]), "cut at the edge when asked");
    assert_eq!(history(&bench)[0], "工程2本を1年後ろへ移動");
    let error = refused(&mut bench, |bench| shift(bench, &by(), &asked(2, true)));
    assert!(matches!(error, WorkbenchError::BarsBeyondSchedule { .. }), "a bar is never cut away wholly");
    shift(&mut bench, &by(), &asked(-1, false)).unwrap();
    assert_eq!(bars(&bench, 29), [(2021, 2022), (2023, 2023)]);
    assert_eq!(history(&bench)[0], "工程2本を1年前へ移動");
    undo_all(&mut bench);
    assert_eq!(bars(&bench, 29), [(2021, 2022), (2023, 2024)]);
}

#[test]
fn only_the_chosen_lanes_move_and_the_baseline_never() {
    let mut bench = bench();
    let baseline: Vec<_> = node(&bench, 15).lanes_of(ScheduleId(2)).cloned().collect();
    let asked = Shift { nodes: nodes(&[15]), lanes: vec![LaneId(19)], years: -1, clip: false };
    assert_eq!(shift(&mut bench, &by(), &asked).unwrap().value, 1);
    assert_eq!(bars(&bench, 15), [(2021, 2024), (2021, 2021), (2022, 2024), (2021, 2023)]);
    assert_eq!(node(&bench, 15).lanes_of(ScheduleId(2)).cloned().collect::<Vec<_>>(), baseline);
    let none = Shift { nodes: nodes(&[31]), lanes: vec![], years: 1, clip: true };
    assert!(matches!(refused(&mut bench, |bench| shift(bench, &by(), &none)), WorkbenchError::NothingToDo));
}

#[test]
fn last_years_planning_fills_what_is_empty_and_says_what_it_would_write_over() {
    let mut bench = bench();
    let clear =
        RecordEdit { node: NodeId(15), year: year(2024), field: Field::Planned, judge: None, text: String::new() };
    set(&mut bench, &by(), &[clear]).unwrap();
    let order = |over| CopyOrder {
        nodes: nodes(&CHOSEN),
        from: Field::Planned,
        from_year: year(2023),
        to: Field::Planned,
        year: year(2024),
        over,
    };
    let lines = copy_lines(&bench, &order(false)).unwrap();
    let filled: Vec<i64> = lines.iter().filter(|line| !line.present.is_empty()).map(|line| line.node.0).collect();
    assert_eq!((lines.len(), filled), (3, vec![16, 17]), "two would be written over");
    let kept = field_text(&node(&bench, 16), year(2024), Field::Planned).to_owned();
    assert_eq!(copy(&mut bench, &by(), &order(false)).unwrap().value, 1);
    let text = |bench: &Workbench, id, western| field_text(&node(bench, id), year(western), Field::Planned).to_owned();
    assert_eq!(text(&bench, 15, 2024), text(&bench, 15, 2023));
    assert_eq!(text(&bench, 16, 2024), kept, "what was there stays");
    assert_eq!(history(&bench)[0], "令和5年度 当初予定の令和6年度 当初予定への写し（1項目）");
    assert!(matches!(refused(&mut bench, |bench| copy(bench, &by(), &order(false))), WorkbenchError::NothingToDo));
    assert_eq!(copy(&mut bench, &by(), &order(true)).unwrap().value, 2);
    assert_eq!(text(&bench, 16, 2024), text(&bench, 16, 2023));
}

#[test]
fn planning_becomes_the_actual_result_where_there_is_none() {
    let mut bench = bench();
    let order = CopyOrder {
        nodes: nodes(&[15, 16, ENDED]),
        from: Field::Planned,
        from_year: year(2024),
        to: Field::Actual,
        year: year(2024),
        over: false,
    };
    assert_eq!(copy(&mut bench, &by(), &order).unwrap().value, 2);
    let item = node(&bench, 15);
    assert_eq!(field_text(&item, year(2024), Field::Actual), field_text(&item, year(2024), Field::Planned));
}

#[test]
fn the_same_as_before_is_said_and_goes_when_the_words_differ() {
    let mut bench = bench();
    let marked = |bench: &Workbench| node(bench, 15).record(year(2024)).unwrap().same_as_before;
    let mark = |same| SameMark { nodes: nodes(&[15, 16]), year: year(2024), same };
    let planned = |id: i64, western, text: &str| RecordEdit {
        node: NodeId(id),
        year: year(western),
        field: Field::Planned,
        judge: None,
        text: text.into(),
    };
    set(&mut bench, &by(), &[planned(15, 2024, "")]).unwrap();
    let done = mark_same(&mut bench, &by(), &mark(true)).unwrap().value;
    assert_eq!((done.done, done.left), (1, vec![NodeId(16)]), "other words are left as they are");
    assert!(marked(&bench));
    assert_eq!(history(&bench)[0], "令和6年度 1項目の「前年度と同じ」の設定");
    let row = view::progress(&bench, PROGRAMME, year(2024)).unwrap().rows.into_iter().find(|row| row.node.0 == 15);
    assert!(row.unwrap().same_as_before, "the grid shows it");
    assert_eq!(
        node(&bench, 15).planned_in(year(2024)),
        node(&bench, 15).planned_in(year(2023)),
        "it goes back to the words of the year before"
    );

    let same = node(&bench, 15).planned_in(year(2023)).to_owned();
    set(&mut bench, &by(), &[planned(15, 2024, &same)]).unwrap();
    assert!(marked(&bench), "the same words are still the same");
    set(&mut bench, &by(), &[planned(15, 2023, "・別の取組をする。")]).unwrap();
    assert!(!marked(&bench), "the year before has other words now");
    bench.undo().unwrap().unwrap();
    assert!(marked(&bench), "and undo brings the mark back");
    set(&mut bench, &by(), &[planned(15, 2024, "・広報する。")]).unwrap();
    assert!(!marked(&bench), "other words");
    bench.undo().unwrap().unwrap();
    mark_same(&mut bench, &by(), &mark(false)).unwrap();
    assert!(!marked(&bench));
}

#[test]
fn results_are_said_to_be_those_of_all_years_so_far() {
    let mut bench = bench();
    let before = bench.programme().unwrap();
    let cumulative = |bench: &Workbench| node(bench, 15).record(year(2023)).is_some_and(|record| record.cumulative);
    let mark = |western, cumulative| CumulativeMark { nodes: nodes(&[15, 16, 14]), year: year(western), cumulative };
    let actual = |text: &str| RecordEdit {
        node: NodeId(15),
        year: year(2023),
        field: Field::Actual,
        judge: None,
        text: text.into(),
    };
    let done = mark_cumulative(&mut bench, &by(), &mark(2023, true)).unwrap().value;
    assert_eq!((done.done, done.left), (2, vec![]), "a direction is passed over");
    assert!(cumulative(&bench));
    assert_eq!(history(&bench)[0], "令和5年度 2項目の実績を「これまでの累計」に設定");
    let rows = view::progress(&bench, PROGRAMME, year(2023)).unwrap().rows;
    assert!(rows.iter().any(|row| row.node.0 == 15 && row.cumulative), "the grid shows it");
    set(&mut bench, &by(), &[actual("・言葉を改めた。")]).unwrap();
    assert!(cumulative(&bench), "other words are still those of all years");
    set(&mut bench, &by(), &[actual("")]).unwrap();
    assert!(!cumulative(&bench), "no results tell of no year");
    bench.undo().unwrap().unwrap();
    assert!(cumulative(&bench));
    mark_cumulative(&mut bench, &by(), &mark(2023, false)).unwrap();
    assert!(!cumulative(&bench));
    let left = mark_cumulative(&mut bench, &by(), &mark(2024, true)).unwrap();
    assert_eq!((left.value.done, left.value.left, left.step), (0, nodes(&[15, 16]), None), "nothing is written yet");
    undo_all(&mut bench);
    assert_eq!(bench.programme().unwrap(), before);
}

#[test]
fn office_life_cycle_and_group_for_all_chosen() {
    let mut bench = bench();
    let asked = |field, text: &str, add| Assign { nodes: nodes(&CHOSEN), field, text: text.into(), add };
    assign(&mut bench, &by(), texts(), &asked(Field::Offices, "企画政策課", true)).unwrap();
    let offices: Vec<usize> = CHOSEN.iter().map(|id| node(&bench, *id).offices.len()).collect();
    assert_eq!(offices, [3, 2, 4], "① and ② have it already");
    assert_eq!(history(&bench)[0], "3項目の所管課の変更");
    assign(&mut bench, &by(), texts(), &asked(Field::Offices, "新しい課、企画政策課", false)).unwrap();
    assert!(CHOSEN.iter().all(|id| node(&bench, *id).offices.len() == 2));
    let made = bench.programme().unwrap().offices.iter().filter(|office| office.name == "新しい課").count();
    assert_eq!(made, 1, "a new office is made once");
    assign(&mut bench, &by(), texts(), &asked(Field::LifeCycle, "拡充", false)).unwrap();
    assert!(CHOSEN.iter().all(|id| node(&bench, *id).life_cycle.last_kind() == LifeCycleKind::Expanded));
    assign(&mut bench, &by(), texts(), &asked(Field::Group, "検討プログラム", false)).unwrap();
    assert!(CHOSEN.iter().all(|id| node(&bench, *id).group.unwrap().0 == 2));
    let error = refused(&mut bench, |bench| assign(bench, &by(), texts(), &asked(Field::LifeCycle, "休止", false)));
    assert!(matches!(error, WorkbenchError::NotUnderstood { .. }), "all or none");
    let error = refused(&mut bench, |bench| assign(bench, &by(), texts(), &asked(Field::Title, "同じ名", false)));
    assert!(matches!(error, WorkbenchError::NothingToDo), "names are never the same for all");
    assert_eq!(undo_all(&mut bench), 4);
}
