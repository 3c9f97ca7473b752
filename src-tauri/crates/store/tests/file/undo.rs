//! Undo and redo: any sequence of writes, to the byte, over restarts.

use std::path::Path;

use domain::programme::{NodeId, Office, OfficeId, Programme, YearRecord};
use domain::value::FiscalYear;
use proptest::prelude::*;
use store::{Change, ChangeKind, File, Result, StoreError, Table, Write, next_id, programme};

use crate::dump::dump;
use crate::strategies::{Source, city, office, programmes, step};

/// What a test does to a file, decided by numbers.
#[derive(Debug, Clone)]
enum Deed {
    Replace(Box<Programme>),
    Small(Vec<u16>),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let small = || prop::collection::vec(any::<u16>(), 1..60).prop_map(Deed::Small);
    let deed = prop_oneof![1 => programmes().prop_map(|made| Deed::Replace(Box::new(made))), 4 => small()];
    prop::collection::vec(deed, 1..8)
}

fn act(w: &Write<'_>, deed: &Deed) -> Result<()> {
    match deed {
        Deed::Replace(made) => programme::replace(w, made),
        Deed::Small(numbers) => small(w, &mut Source::over(numbers.clone())),
    }
}

/// One edit such as a screen makes; does nothing when there is nothing to edit.
fn small(w: &Write<'_>, source: &mut Source) -> Result<()> {
    let now = programme::read(w)?;
    let plans: Vec<_> = now.plans.iter().filter(|plan| !plan.nodes.is_empty()).collect();
    if plans.is_empty() {
        let id = OfficeId(next_id(w, Table::Office)?);
        return store::office::save(w, &Office { id, ..office(0, source.text()) });
    }
    let plan = plans[source.below(plans.len())];
    let node = &plan.nodes[source.below(plan.nodes.len())];
    match source.below(9) {
        0 => {
            let year = FiscalYear::new(2020 + source.below(4) as i32).unwrap();
            let record = node.record(year).cloned().unwrap_or_else(|| YearRecord::empty(year));
            store::record::save(w, node.id, &YearRecord { actual: source.text(), ..record })
        }
        1 => store::node::remove(w, node.id),
        2 => {
            let siblings: Vec<_> = plan.nodes.iter().filter(|other| other.parent == node.parent).collect();
            store::node::place(w, node.id, node.parent, source.below(siblings.len() + 1))
        }
        3 => {
            let id = NodeId(next_id(w, Table::Node)?);
            let mut copy = node.clone();
            (copy.sections, copy.lanes, copy.projects) = Default::default();
            copy.id = id;
            store::node::save(w, plan.id, &copy)
        }
        4 => {
            let mut order: Vec<_> = now.indicators.iter().map(|indicator| indicator.id).collect();
            order.reverse();
            store::indicator::reorder(w, &order)
        }
        5 => store::plan::remove(w, plan.id),
        6 => {
            let mut plan = plan.clone();
            plan.vocabularies.pop();
            plan.schedules.pop();
            plan.groups.reverse();
            store::plan::save(w, &plan)
        }
        7 => {
            let mut node = node.clone();
            node.lanes.reverse();
            node.title = source.text();
            node.records.pop();
            store::node::save(w, plan.id, &node)
        }
        _ => match now.indicators.first() {
            Some(indicator) => store::indicator::remove(w, indicator.id),
            None => store::node::place(w, node.id, None, 0),
        },
    }
}

fn turn_all(path: &Path, undo: bool, expected: &[String]) {
    for state in expected {
        // Every step in a session of its own.
        let mut file = File::open(path).unwrap();
        let announced = if undo { file.next_undo() } else { file.next_redo() }.unwrap();
        let turned = if undo { file.undo() } else { file.redo() }.unwrap().expect("a step is left");
        assert_eq!(announced.unwrap().id, turned.step.id);
        assert_eq!(turned.step.undone, undo);
        assert!(!turned.changes.is_empty());
        assert_eq!(file.check_integrity().unwrap(), Vec::<String>::new());
        drop(file);
        assert_eq!(&dump(path), state);
    }
    let mut file = File::open(path).unwrap();
    assert_eq!(if undo { file.undo() } else { file.redo() }.unwrap(), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undo_and_redo_go_through_every_state_to_the_byte(start in programmes(), deeds in deeds()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("市.kaikaku");
        drop(File::create(&path, &start).unwrap());
        let mut states = vec![dump(&path)];
        for deed in &deeds {
            let mut file = File::open(&path).unwrap();
            let outcome = file.write(&step(), |w| act(w, deed)).unwrap();
            prop_assert_eq!(outcome.step.is_some(), !outcome.changes.is_empty());
            drop(file);
            let state = dump(&path);
            prop_assert_eq!(outcome.step.is_some(), state != states[states.len() - 1], "a step is a change");
            if outcome.step.is_some() {
                states.push(state);
            }
        }
        let back: Vec<String> = states.iter().rev().skip(1).cloned().collect();
        turn_all(&path, true, &back);
        turn_all(&path, false, &states[1..]);
        turn_all(&path, true, &back);
    }
}

#[test]
fn a_write_after_an_undo_drops_what_could_be_redone() {
    let mut file = File::memory(&city(2, 1)).unwrap();
    let add = |file: &mut File, id| {
        file.write(&step(), |w| store::office::save(w, &office(id, "新しい課"))).unwrap().step.unwrap()
    };
    let first = add(&mut file, 101);
    add(&mut file, 102);
    file.undo().unwrap().unwrap();
    let nothing = file.write(&step(), |w| store::office::save(w, &office(101, "新しい課"))).unwrap();
    assert_eq!(nothing.step, None);
    assert!(file.next_redo().unwrap().is_some(), "a write without a change leaves redo as it is");
    let third = add(&mut file, 103);
    assert_eq!(file.redo().unwrap(), None);
    let steps: Vec<_> = file.history(10, None).unwrap().iter().map(|step| step.id).collect();
    assert_eq!(steps, [third, first]);
    assert_eq!(file.history(10, Some(third)).unwrap().len(), 1);
    assert_eq!(file.history(1, None).unwrap().len(), 1);
}

#[test]
fn work_that_fails_leaves_the_file_as_it_was() {
    let made = city(3, 2);
    let mut file = File::memory(&made).unwrap();
    let failed = file.write(&step(), |w| {
        store::plan::remove(w, made.plans[0].id)?;
        Err::<(), _>(StoreError::Conflict)
    });
    assert_eq!(failed, Err(StoreError::Conflict));
    let dangling = file.write(&step(), |w| store::office::remove(w, OfficeId(1)));
    assert!(matches!(dangling, Err(StoreError::Sql { .. })), "an office in use stays: {dangling:?}");
    assert_eq!(store::office::uses(&file.read(), OfficeId(1)).unwrap(), 1);
    assert_eq!(programme::read(&file.read()).unwrap(), made);
    assert_eq!(file.history(10, None).unwrap(), []);
    let works = file.write(&step(), |w| store::office::save(w, &office(1, "別の名前"))).unwrap();
    assert_eq!(works.changes, [Change { table: Table::Office, key: vec![1], kind: ChangeKind::Updated }]);
}

#[test]
fn a_panic_in_the_work_leaves_the_file_as_it_was() {
    let made = city(3, 2);
    let mut file = File::memory(&made).unwrap();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        file.write(&step(), |w| -> Result<()> {
            store::plan::remove(w, made.plans[0].id)?;
            panic!("in the middle");
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(programme::read(&file.read()).unwrap(), made);
    file.write(&step(), |w| store::office::save(w, &office(1, "別の名前"))).unwrap();
}

#[test]
fn identities_that_undo_can_bring_back_are_not_given_out_again() {
    let mut file = File::memory(&city(2, 1)).unwrap();
    let id = next_id(&file.read(), Table::Office).unwrap();
    assert_eq!(id, 21);
    file.write(&step(), |w| store::office::save(w, &office(id, "新しい課"))).unwrap();
    file.undo().unwrap().unwrap();
    assert_eq!(next_id(&file.read(), Table::Office).unwrap(), 22, "redo can bring 21 back");
    file.write(&step(), |w| store::node::remove(w, NodeId(11))).unwrap();
    assert_eq!(next_id(&file.read(), Table::Node).unwrap(), 12, "undo can bring 11 back");
    assert!(matches!(next_id(&file.read(), Table::Record), Err(StoreError::Sql { .. })));
}

#[test]
fn the_history_of_a_value_tells_its_changes_newest_first() {
    let mut file = File::memory(&city(2, 2)).unwrap();
    let (node, year) = (NodeId(10), FiscalYear::new(2016).unwrap());
    let write = |file: &mut File, actual: &str, note: &str| {
        file.write(&step(), |w| {
            let record = store::record::read(w, node, year)?.unwrap();
            store::record::save(w, node, &YearRecord { actual: actual.into(), note: note.into(), ..record })
        })
        .unwrap();
    };
    write(&mut file, "一度目", "");
    write(&mut file, "一度目", "備考だけ");
    write(&mut file, "二度目", "備考だけ");
    write(&mut file, "三度目", "備考だけ");
    file.undo().unwrap().unwrap();
    let history = |file: &File, column: &str| {
        let found = file.value_history(Table::Record, &[10, 2016], column).unwrap();
        found.into_iter().map(|change| (change.old.unwrap(), change.new.unwrap())).collect::<Vec<_>>()
    };
    let changes = history(&file, "actual");
    assert_eq!(changes.len(), 2);
    assert_eq!(changes[0], ("一度目".into(), "二度目".into()));
    assert_eq!(changes[1].1, "一度目");
    assert!(changes[1].0.starts_with("手続0件"));
    assert_eq!(history(&file, "note"), [(String::new(), "備考だけ".into())]);
    assert!(matches!(file.value_history(Table::Record, &[10, 2016], "nothing"), Err(StoreError::Sql { .. })));

    file.write(&step(), |w| store::record::remove(w, node, year)).unwrap();
    let gone = &file.value_history(Table::Record, &[10, 2016], "actual").unwrap()[0];
    assert_eq!((gone.old.as_deref(), gone.new.as_deref()), (Some("二度目"), None));
}

#[test]
fn changes_name_what_a_cascade_took_along() {
    let mut file = File::memory(&city(1, 2)).unwrap();
    let outcome = file.write(&step(), |w| store::node::remove(w, NodeId(10))).unwrap();
    let deleted = |table, key: &[i64]| Change { table, key: key.to_vec(), kind: ChangeKind::Deleted };
    let mut expected = vec![
        deleted(Table::Node, &[10]),
        deleted(Table::Assignment, &[10, 1]),
        deleted(Table::Section, &[10]),
        deleted(Table::Lane, &[100]),
        deleted(Table::Lane, &[101]),
        deleted(Table::Bar, &[100]),
        deleted(Table::Bar, &[101]),
        deleted(Table::Record, &[10, 2015]),
        deleted(Table::Record, &[10, 2016]),
        deleted(Table::Evaluation, &[10, 2015, 1, 1]),
        deleted(Table::Evaluation, &[10, 2016, 1, 1]),
    ];
    let mut found = outcome.changes;
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
    let turned = file.undo().unwrap().unwrap();
    assert!(turned.changes.iter().all(|change| change.kind == ChangeKind::Inserted));
    assert_eq!(turned.changes.len(), expected.len());
}
