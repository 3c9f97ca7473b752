//! History: what a step changed, and one old step taken back while the later ones stay.

use domain::programme::{Basis, IndicatorId, NodeId, Slot};
use workbench::effect::{self, EffectEdit, EffectValue};
use workbench::history::{self, PlaceHistory, StepFilter, StepLine};
use workbench::place::CellRef;
use workbench::plan::{NewNode, NodeEdit};
use workbench::record::RecordEdit;
use workbench::{By, Field, Place, Table, Workbench, fiscal, plan, record};

use crate::support::{PROGRAMME, bench, by, moment, node, refused, texts, year};

fn set(bench: &mut Workbench, node: i64, field: Field, text: &str) -> i64 {
    let edit = RecordEdit { node: NodeId(node), year: year(2024), field, judge: None, text: text.into() };
    record::set(bench, &by(), &[edit]).unwrap().step.unwrap().0
}

fn told(lines: &[StepLine]) -> Vec<(&str, Option<&str>, Option<&str>)> {
    lines.iter().map(|line| (line.field.as_str(), line.old.as_deref(), line.new.as_deref())).collect()
}

#[test]
fn a_step_tells_the_place_the_value_and_what_became_of_it() {
    let mut bench = bench();
    let before = node(&bench, 15).record(year(2024)).unwrap().actual.clone();
    let id = set(&mut bench, 15, Field::Actual, "・手引を作成した。");
    let view = history::step(&bench, texts(), id).unwrap();
    assert_eq!(view.step.label, "「多様な手法による市民参加の推進」令和6年度 実績の入力");
    assert_eq!(told(&view.lines), [("令和6年度 実績", Some(before.as_str()), Some("・手引を作成した。"))]);
    assert_eq!(view.lines[0].place, Some(Place::Record { node: NodeId(15), year: 2024 }));
    assert!(view.lines[0].title.ends_with("多様な手法による市民参加の推進"), "{}", view.lines[0].title);
    let figure = fiscal::FigureEdit {
        indicator: IndicatorId(2),
        part: 0,
        year: year(2023),
        slot: Slot::Actual,
        text: "94.9%".into(),
        kind: None,
    };
    let id = fiscal::set(&mut bench, &by(), &[figure]).unwrap().step.unwrap().0;
    let view = history::step(&bench, texts(), id).unwrap();
    assert_eq!(view.lines[0].field, "令和5年度 実績値");
    assert_eq!((view.lines[0].title.as_str(), view.lines[0].new.as_deref()), ("経常収支比率", Some("94.9%")));
    let edit = NodeEdit { node: NodeId(16), field: Field::LifeCycle, section: None, text: "終了".into() };
    let id = plan::edit(&mut bench, &by(), texts(), &[edit]).unwrap().step.unwrap().0;
    let view = history::step(&bench, texts(), id).unwrap();
    assert!(told(&view.lines).contains(&("区分", None, Some("終了"))), "{:?}", view.lines);
}

#[test]
fn what_came_and_what_went_is_told_by_its_name() {
    let mut bench = bench();
    let new = NewNode { plan: PROGRAMME, parent: Some(NodeId(14)), position: 0, title: "新しい項目".into() };
    let added = plan::add(&mut bench, &by(), &new).unwrap();
    let view = history::step(&bench, texts(), added.step.unwrap().0).unwrap();
    assert_eq!(told(&view.lines), [("項目", None, Some("新しい項目"))], "that the others moved down is no news");
    let removed = plan::remove(&mut bench, &by(), NodeId(15)).unwrap().step.unwrap().0;
    let view = history::step(&bench, texts(), removed).unwrap();
    let gone = view.lines.iter().find(|line| line.field == "項目").unwrap();
    assert!(gone.old.as_ref().unwrap().ends_with("多様な手法による市民参加の推進") && gone.place.is_none());
    assert!(view.lines.iter().all(|line| line.title != "（今はない項目）"), "the step itself knows the name");
    let english = |text: &String| text.len() > 3 && text.is_ascii() && text.chars().all(|c| c.is_ascii_lowercase());
    for line in &view.lines {
        assert!(!line.field.is_empty(), "{line:?}");
        assert!(![&line.old, &line.new].into_iter().flatten().any(english), "{line:?}");
    }
}

#[test]
fn steps_are_narrowed_by_person_day_and_words() {
    let mut bench = bench();
    set(&mut bench, 15, Field::Actual, "一");
    let other = By { who: "財政課".into(), at: moment() + chrono::Days::new(3) };
    fiscal::rename(&mut bench, &other, IndicatorId(2), "経常収支比率（改）").unwrap();
    set(&mut bench, 16, Field::Note, "二");
    let names = |filter: &StepFilter| -> Vec<String> {
        let view = history::view(&bench, texts(), filter).unwrap();
        view.steps.into_iter().map(|step| step.label).collect()
    };
    let all = history::view(&bench, texts(), &StepFilter::default()).unwrap();
    assert_eq!((all.steps.len(), all.more, all.pruned), (3, false, 0));
    assert_eq!(
        (all.people, all.days),
        (vec![by().who, "財政課".to_owned()], vec!["2024-05-20".to_owned(), "2024-05-17".to_owned()])
    );
    let rename = ["「経常収支比率（改）」の指標情報の変更".to_owned()];
    let who = |who: &str| StepFilter { who: Some(who.into()), ..StepFilter::default() };
    assert_eq!(names(&who("財政課")).len(), 1);
    assert_eq!(names(&StepFilter { day: Some("2024-05-20".into()), ..StepFilter::default() }).len(), rename.len());
    assert_eq!(names(&StepFilter { words: "けいじょう".into(), ..StepFilter::default() }), Vec::<String>::new());
    assert_eq!(names(&StepFilter { words: "備考".into(), ..StepFilter::default() }).len(), 1);
    assert_eq!(names(&StepFilter { before: Some(all.steps[0].id), ..StepFilter::default() }).len(), 2);
}

#[test]
fn one_old_step_is_taken_back_and_the_later_ones_stay() {
    let mut bench = bench();
    let start = node(&bench, 15);
    let old = set(&mut bench, 15, Field::Actual, "一つ目");
    set(&mut bench, 16, Field::Actual, "後の操作");
    let preview = history::preview(&bench, texts(), old).unwrap();
    assert_eq!((preview.kept.len(), preview.needed), (0, false));
    let before = &start.record(year(2024)).unwrap().actual;
    assert_eq!(told(&preview.lines), [("令和6年度 実績", Some("一つ目"), Some(before.as_str()))]);
    assert_eq!(node(&bench, 15).record(year(2024)).unwrap().actual, "一つ目", "looking changes nothing");
    let done = history::revert(&mut bench, &by(), old).unwrap();
    assert_eq!((done.value, done.changes.len()), (0, 1));
    assert_eq!(node(&bench, 15), start);
    assert_eq!(node(&bench, 16).record(year(2024)).unwrap().actual, "後の操作");
    let next = bench.next_undo(texts()).unwrap().unwrap().label;
    assert_eq!(next, "以前の操作（「多様な手法による市民参加の推進」令和6年度 実績の入力）の取り消し");
    bench.undo().unwrap().unwrap();
    assert_eq!(node(&bench, 15).record(year(2024)).unwrap().actual, "一つ目", "taking back is undone like any step");
    bench.redo().unwrap().unwrap();
    assert_eq!(node(&bench, 15), start);
    assert_eq!(bench.integrity().unwrap(), Vec::<String>::new());
}

#[test]
fn what_was_changed_since_stays_and_is_named() {
    let mut bench = bench();
    let edits = [(15, Field::Actual, "甲"), (16, Field::Actual, "乙")].map(|(node, field, text)| RecordEdit {
        node: NodeId(node),
        year: year(2024),
        field,
        judge: None,
        text: text.into(),
    });
    let before = node(&bench, 16).record(year(2024)).unwrap().actual.clone();
    let old = record::set(&mut bench, &by(), &edits).unwrap().step.unwrap().0;
    set(&mut bench, 15, Field::Actual, "甲の後");
    let preview = history::preview(&bench, texts(), old).unwrap();
    assert_eq!(told(&preview.kept), [("令和6年度 実績", Some("甲"), Some("甲の後"))]);
    assert_eq!(told(&preview.lines), [("令和6年度 実績", Some("乙"), Some(before.as_str()))]);
    assert_eq!(history::revert(&mut bench, &by(), old).unwrap().value, 1);
    assert_eq!(node(&bench, 15).record(year(2024)).unwrap().actual, "甲の後");
    assert_eq!(node(&bench, 16).record(year(2024)).unwrap().actual, before);
    let again = history::revert(&mut bench, &by(), old).unwrap();
    assert_eq!((again.value, again.step), (2, None), "nothing is left to take back, and nothing is written");
}

#[test]
fn what_something_later_hangs_on_is_not_taken_away() {
    let mut bench = bench();
    let new = NewNode { plan: PROGRAMME, parent: Some(NodeId(14)), position: 0, title: "新しい項目".into() };
    let added = plan::add(&mut bench, &by(), &new).unwrap();
    let id = added.step.unwrap().0;
    set(&mut bench, added.value.0, Field::Actual, "後から加えた実績");
    assert!(history::preview(&bench, texts(), id).unwrap().needed);
    let error = refused(&mut bench, |bench| history::revert(bench, &by(), id));
    assert_eq!(error.kind(), "conflict");
    bench.undo().unwrap().unwrap();
    assert!(!history::preview(&bench, texts(), id).unwrap().needed);
    history::revert(&mut bench, &by(), id).unwrap();
    assert!(bench.programme().unwrap() == crate::support::bench().programme().unwrap());
}

#[test]
fn a_removed_item_comes_back_whole_while_later_work_stays() {
    let mut bench = bench();
    let start = node(&bench, 15);
    let removed = plan::remove(&mut bench, &by(), NodeId(15)).unwrap().step.unwrap().0;
    let new = NewNode { plan: PROGRAMME, parent: Some(NodeId(14)), position: 0, title: "後の項目".into() };
    plan::add(&mut bench, &by(), &new).unwrap();
    history::revert(&mut bench, &by(), removed).unwrap();
    assert_eq!(node(&bench, 15), start);
    let titles: Vec<_> = crate::support::plan_of(&bench).nodes.iter().map(|node| node.title.clone()).collect();
    assert!(titles.contains(&"後の項目".to_owned()));
    assert_eq!(bench.integrity().unwrap(), Vec::<String>::new());
}

#[test]
fn a_step_that_is_undone_or_unknown_is_refused() {
    let mut bench = bench();
    let id = set(&mut bench, 15, Field::Actual, "一");
    bench.undo().unwrap().unwrap();
    assert_eq!(refused(&mut bench, |bench| history::revert(bench, &by(), id)).kind(), "conflict");
    assert_eq!(refused(&mut bench, |bench| history::revert(bench, &by(), 999)).kind(), "no-such");
}

fn at(place: Place) -> PlaceHistory {
    PlaceHistory { place, cell: None }
}

#[test]
fn a_row_and_a_value_have_a_history_of_their_own() {
    let mut bench = bench();
    let programme = bench.programme().unwrap();
    let table = &programme.effects[0];
    let place = Place::Effect { effect: table.id };
    let (first, second) = (table.rows[0].id, table.rows[1].id);
    for (row, western, text) in [(first, 2021, "1"), (first, 2022, "2"), (second, 2021, "3")] {
        let value = EffectValue::Amount { year: year(western), basis: Basis::Actual, text: text.into() };
        effect::edit(&mut bench, &by(), &[EffectEdit { row, value }]).unwrap();
    }
    let told = |cell: Option<CellRef>| {
        let found = history::of_place(&bench, texts(), &PlaceHistory { place, cell }, 50).unwrap();
        found.into_iter().filter_map(|change| change.line.new).collect::<Vec<_>>()
    };
    assert_eq!(told(None), ["3", "2", "1"]);
    let of_row = CellRef { table: Table::EffectRow, key: vec![first.0], column: None };
    assert_eq!(told(Some(of_row)), ["2", "1"]);
    let of_cell = CellRef { table: Table::EffectCell, key: vec![first.0, 2021, 1], column: Some("amount_text".into()) };
    assert_eq!(told(Some(of_cell)), ["1"]);
}

#[test]
fn everything_that_became_of_an_item_is_found_under_it() {
    let mut bench = bench();
    set(&mut bench, 15, Field::Actual, "一");
    set(&mut bench, 16, Field::Actual, "別の項目");
    let lane = node(&bench, 15).lanes.last().unwrap().id;
    let edit = workbench::schedule::ScheduleEdit::RenameLane { lane, title: "新しい名称".into() };
    workbench::schedule::edit(&mut bench, &by(), NodeId(15), &edit).unwrap();
    let edit = NodeEdit { node: NodeId(15), field: Field::Title, section: None, text: "改めた名称".into() };
    plan::edit(&mut bench, &by(), texts(), &[edit]).unwrap();
    let found = history::of_place(&bench, texts(), &at(Place::Node { node: NodeId(15) }), 50).unwrap();
    let fields: Vec<_> = found.iter().map(|change| change.line.field.as_str()).collect();
    assert_eq!(fields, ["名称", "取組項目", "令和6年度 実績"]);
    assert_eq!(history::of_place(&bench, texts(), &at(Place::Node { node: NodeId(15) }), 2).unwrap().len(), 2);
    let years = history::of_place(&bench, texts(), &at(Place::Record { node: NodeId(15), year: 2024 }), 50).unwrap();
    assert_eq!(years.len(), 1);
}

#[test]
fn many_steps_are_read_page_by_page() {
    read_page_by_page(1_000);
}

#[test]
#[ignore = "takes a minute: cargo nextest run --run-ignored only -E 'test(five_thousand_steps)'"]
fn five_thousand_steps_are_read_page_by_page() {
    read_page_by_page(5_000);
}

fn read_page_by_page(count: i64) {
    let mut bench = bench();
    let days = 50;
    for n in 0..count {
        let edit = RecordEdit {
            node: NodeId(15 + n % 2),
            year: year(2024),
            field: Field::Actual,
            judge: None,
            text: format!("{n}回"),
        };
        let at = moment() + chrono::TimeDelta::days(n * days / count);
        record::set(&mut bench, &By { who: ["甲", "乙", ""][n as usize % 3].into(), at }, &[edit]).unwrap();
    }
    let all = bench.history(texts(), usize::MAX).unwrap();
    assert_eq!(all.len() as i64, count);
    let label = |node: i64| node_title(&bench, node);
    for (filter, fits) in [
        (StepFilter::default(), Box::new(|_: &workbench::Step| true) as Box<dyn Fn(&workbench::Step) -> bool>),
        (StepFilter { who: Some("乙".into()), ..StepFilter::default() }, Box::new(|step| step.who == "乙")),
        (StepFilter { who: Some(String::new()), ..StepFilter::default() }, Box::new(|step| step.who.is_empty())),
        (
            StepFilter { day: Some("2024-06-01".into()), ..StepFilter::default() },
            Box::new(|step| step.at.starts_with("2024-06-01")),
        ),
        (StepFilter { words: label(16), ..StepFilter::default() }, Box::new(|step| step.label.contains(&label(16)))),
        (StepFilter { words: "どこにもない".into(), ..StepFilter::default() }, Box::new(|_| false)),
    ] {
        let wanted: Vec<_> = all.iter().filter(|step| fits(step)).map(|step| step.id).collect();
        let (mut read, mut before) = (Vec::new(), None);
        loop {
            let page = history::view(&bench, texts(), &StepFilter { before, ..filter.clone() }).unwrap();
            assert!(page.steps.len() <= 200);
            read.extend(page.steps.iter().map(|step| step.id));
            before = read.last().copied();
            assert_eq!((page.people.len(), page.days.len()), (3, 50));
            if !page.more {
                break;
            }
        }
        assert_eq!(read, wanted, "{filter:?}");
    }
}

fn node_title(bench: &Workbench, id: i64) -> String {
    node(bench, id).title
}
