//! Undo, redo, history: their Japanese names, over a restart, and what became of one value.

use std::collections::BTreeSet;

use domain::programme::{IndicatorId, NodeId, Programme, Slot};
use domain::value::Reckoning;
use workbench::plan::{NewNode, NodeEdit};
use workbench::record::RecordEdit;
use workbench::schedule::ScheduleEdit;
use workbench::settings::Setting;
use workbench::texts::keys;
use workbench::{Change, ChangeKind, Field, Op, Table, Workbench, fiscal, plan, record, sample, schedule};

use crate::support::{PROGRAMME, bench, by, history, moment, redo_all, texts, undo_all, year};

fn actual(bench: &mut Workbench, text: &str) {
    let edit = RecordEdit { node: NodeId(15), year: year(2024), field: Field::Actual, judge: None, text: text.into() };
    record::set(bench, &by(), &[edit]).unwrap();
}

#[test]
fn a_turn_tells_its_name_and_what_it_changed() {
    let mut bench = bench();
    assert_eq!((bench.undo().unwrap(), bench.redo().unwrap()), (None, None));
    actual(&mut bench, "・手引を作成した。");
    let name = "「多様な手法による市民参加の推進」令和6年度 実績の入力";
    let next = bench.next_undo(texts()).unwrap().unwrap();
    assert_eq!(next.label, name);
    assert_eq!((next.who.as_str(), next.at.as_str(), next.undone), ("経営改革課", "2024-05-17T09:30:05", false));
    let undone = bench.undo().unwrap().unwrap();
    assert_eq!(undone.label(texts()), name);
    assert_eq!(undone.changes, [Change { table: Table::Record, key: vec![15, 2024], kind: ChangeKind::Updated }]);
    assert_eq!(bench.next_undo(texts()).unwrap(), None);
    assert!(bench.next_redo(texts()).unwrap().unwrap().undone);
    assert!(bench.history(texts(), 10).unwrap()[0].undone, "the history keeps what was undone");
    let redone = bench.redo().unwrap().unwrap();
    assert_eq!(redone.changes, undone.changes);
    assert!(!bench.history(texts(), 10).unwrap()[0].undone);
}

#[test]
fn every_operation_has_a_japanese_name_without_a_gap() {
    let text = || "名".to_owned();
    let year = |western| Reckoning::USUAL.of(year(western));
    let of = |count| (count, year(2024));
    let ops = [
        Op::LoadProgramme,
        Op::Import { source: "財政.csv".into() },
        Op::EditCity,
        Op::EditPlan { plan: text() },
        Op::AddPlan { plan: text() },
        Op::AddNode { item: text() },
        Op::AddNodes { count: 2 },
        Op::AddNodes { count: 3 },
        Op::EditNode { item: text(), field: Field::Offices },
        Op::EditNodes { count: 3 },
        Op::MoveNode { item: text() },
        Op::RemoveNode { item: text() },
        Op::EditSchedule { item: text(), change: workbench::op::ScheduleChange::AddBar },
        Op::SetRecord { item: text(), year: year(2019), field: Field::Evaluation },
        Op::SetRecords { count: of(5).0, year: of(5).1 },
        Op::EvaluateItems { count: 3, year: year(2019), word: "遅れ".into() },
        Op::EvaluateItems { count: 3, year: year(2019), word: String::new() },
        Op::ShiftBars { count: 4, years: 1 },
        Op::ShiftBars { count: 4, years: -2 },
        Op::CopyTexts { count: 5, from: Field::Planned, from_year: year(2018), to: Field::Actual, year: year(2019) },
        Op::MarkSame { count: 2, year: year(2019), same: true },
        Op::MarkSame { count: 2, year: year(2019), same: false },
        Op::MarkCumulative { count: 2, year: year(2019), cumulative: true },
        Op::MarkCumulative { count: 2, year: year(2019), cumulative: false },
        Op::Renumber { count: 4, item: text() },
        Op::AssignMany { count: 3, field: Field::Group },
        Op::SetFigure { indicator: text(), year: year(2018) },
        Op::SetFigures { count: 4 },
        Op::SetTarget { indicator: text(), year: year(2018) },
        Op::SetIndicators { count: 4 },
        Op::MoveIndicator { indicator: text() },
        Op::EditIndicator { indicator: text() },
        Op::AddIndicator { indicator: text() },
        Op::AddIndicators { count: 3 },
        Op::RemoveIndicator { indicator: text() },
        Op::AddEffectTable { table: text() },
        Op::EditEffectTable { table: text() },
        Op::MoveEffectTable { table: text() },
        Op::RemoveEffectTable { table: text() },
        Op::AddEffectRow { row: text() },
        Op::AddEffectRows { table: text(), count: 2 },
        Op::EditEffectRow { row: text() },
        Op::MoveEffectRow { row: text() },
        Op::RemoveEffectRow { row: text() },
        Op::RemoveEffectRows { table: text(), count: 2 },
        Op::SetEffect { row: text(), year: year(2023), basis: domain::programme::Basis::Actual },
        Op::SetEffects { count: 6 },
        Op::SaveChart { chart: text() },
        Op::RemoveChart { chart: text() },
        Op::SaveMeeting { meeting: text() },
        Op::EditLead { paper: text() },
        Op::RemoveMeeting { meeting: text() },
        Op::RevertStep {
            op: "op-set-figure".into(),
            args: [("indicator".into(), text()), ("year".into(), "2018".into())].into(),
        },
        Op::AcceptFinding { title: text() },
        Op::WithdrawAcceptance { title: text() },
    ];
    let ops: Vec<Op> =
        ops.into_iter().chain(Setting::ALL.iter().map(|setting| Op::Set { setting: *setting, name: text() })).collect();
    let (mut names, mut covered) = (Vec::new(), BTreeSet::new());
    for op in &ops {
        let step = op.step(&by());
        let name = workbench::op::label(texts(), &step.op, &step.args);
        assert!(!name.contains(['{', '}', '$', '\u{2068}']) && !name.is_ascii(), "{name}");
        assert!(!name.contains("field-") && !name.contains("schedule-") && !name.contains("effect-"), "{name}");
        names.push(name);
        covered.insert(step.op);
    }
    let known = keys::ALL.iter().map(|key| key.name().to_owned()).filter(|name| name.starts_with("op-"));
    assert_eq!(covered, known.collect(), "every operation of the texts is named here");
    assert!(names.contains(&"「名」令和元年度 評価の入力".to_owned()), "{names:?}");
    assert!(names.contains(&"「名」平成30年度の値の入力".to_owned()));
    assert!(names.contains(&"「名」令和5年度 効果額（実績）の入力".to_owned()));
    assert!(names.contains(&"平成30年度 当初予定の令和元年度 実績への写し（5項目）".to_owned()), "{names:?}");
    assert!(names.contains(&"工程4本を2年前へ移動".to_owned()));
    assert!(names.contains(&"以前の操作（「名」平成30年度の値の入力）の取り消し".to_owned()));
    names.sort();
    names.dedup();
    assert_eq!(names.len(), ops.len(), "no two operations are called the same");
    assert_eq!(workbench::op::label(texts(), "op-of-tomorrow", &Default::default()), "op-of-tomorrow");
}

#[test]
fn undo_and_redo_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("みどり野市.kaikaku");
    let start = sample::programme().unwrap();
    let mut states = vec![start.clone()];
    let mut bench = Workbench::create(&path, &start).unwrap();
    type Deed = fn(&mut Workbench);
    let deeds: [Deed; 5] = [
        |b| actual(b, "・一つ目"),
        |b| {
            let new =
                NewNode { plan: PROGRAMME, parent: Some(NodeId(14)), position: 2, title: "新しい項目".into() };
            plan::add(b, &by(), &new).unwrap();
        },
        |b| {
            let edit = NodeEdit { node: NodeId(16), field: Field::Offices, section: None, text: "新設課".into() };
            plan::edit(b, &by(), texts(), &[edit]).unwrap();
        },
        |b| {
            schedule::edit(b, &by(), NodeId(15), &ScheduleEdit::RemoveLane { lane: start_lane(b) }).unwrap();
        },
        |b| fiscal::remove(b, &by(), IndicatorId(3)).map(|_| ()).unwrap(),
    ];
    for deed in deeds {
        deed(&mut bench);
        states.push(bench.programme().unwrap());
        drop(bench);
        bench = Workbench::open(&path).unwrap();
    }
    let names = history(&bench);
    assert_eq!(names.len(), 5);
    for state in states.iter().rev().skip(1) {
        bench.undo().unwrap().unwrap();
        assert!(bench.programme().unwrap() == *state);
        drop(bench);
        bench = Workbench::open(&path).unwrap();
    }
    assert_eq!(bench.undo().unwrap(), None);
    for state in &states[1..] {
        bench.redo().unwrap().unwrap();
        assert!(bench.programme().unwrap() == *state);
        drop(bench);
        bench = Workbench::open(&path).unwrap();
    }
    assert_eq!(bench.redo().unwrap(), None);
    assert_eq!(history(&bench), names);
    assert_eq!(bench.integrity().unwrap(), Vec::<String>::new());
}

fn start_lane(bench: &Workbench) -> domain::programme::LaneId {
    crate::support::node(bench, 15).lanes.last().unwrap().id
}

#[test]
fn a_new_edit_drops_what_could_be_redone() {
    let mut bench = bench();
    actual(&mut bench, "・一つ目");
    actual(&mut bench, "・二つ目");
    bench.undo().unwrap().unwrap();
    actual(&mut bench, "・三つ目");
    assert_eq!(bench.redo().unwrap(), None);
    assert_eq!(history(&bench).len(), 2);
    assert_eq!((undo_all(&mut bench), redo_all(&mut bench)), (2, 2));
}

#[test]
fn the_history_of_a_value_names_who_when_and_both_texts() {
    let mut bench = bench();
    actual(&mut bench, "・一つ目");
    actual(&mut bench, "・二つ目");
    let edit =
        RecordEdit { node: NodeId(15), year: year(2024), field: Field::Note, judge: None, text: "備考".into() };
    record::set(&mut bench, &by(), &[edit]).unwrap();
    let changes = bench.value_history(texts(), Table::Record, &[15, 2024], "actual").unwrap();
    let told: Vec<_> = changes.iter().map(|c| (c.step.who.as_str(), c.old.as_deref(), c.new.as_deref())).collect();
    assert_eq!(told, [("経営改革課", Some("・一つ目"), Some("・二つ目")), ("経営改革課", Some(""), Some("・一つ目")),]);
    assert_eq!(changes[0].step.label, "「多様な手法による市民参加の推進」令和6年度 実績の入力");
    assert_eq!(changes[0].step.at, moment().format("%Y-%m-%dT%H:%M:%S").to_string());
    let figure = fiscal::FigureEdit {
        indicator: IndicatorId(2),
        part: 0,
        year: year(2023),
        slot: Slot::Actual,
        text: "94.9%".into(),
        kind: None,
    };
    fiscal::set(&mut bench, &by(), &[figure]).unwrap();
    let step = &bench.history(texts(), 1).unwrap()[0];
    assert_eq!(step.label, "「経常収支比率」令和5年度の値の入力");
}

#[test]
fn a_programme_loaded_over_another_is_one_step() {
    let mut bench = bench();
    let other = Programme::new("別の市");
    workbench::interchange::load(&mut bench, &by(), &other).unwrap();
    assert!(bench.programme().unwrap() == other);
    assert_eq!(history(&bench), ["プログラム全体の読み込み"]);
    let again = workbench::interchange::load(&mut bench, &by(), &other).unwrap();
    assert_eq!(again.step, None, "the same programme changes nothing");
    bench.undo().unwrap().unwrap();
    assert!(bench.programme().unwrap() == sample::programme().unwrap());
}
