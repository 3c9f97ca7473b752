//! What goes in comes out.

use domain::programme::{Programme, broken_references};
use proptest::prelude::*;
use store::{File, StoreError, programme};

use crate::strategies::{city, programmes, step};

/// Equal also in the digits of numbers, which compare equal as 95 and 95.0.
fn assert_same(found: &Programme, expected: &Programme) {
    assert_eq!(found, expected);
    assert_eq!(serde_json::to_string(found).unwrap(), serde_json::to_string(expected).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn made_up_programmes_hang_together(made in programmes()) {
        prop_assert_eq!(broken_references(&made), vec![]);
    }

    #[test]
    fn a_new_file_holds_the_programme(made in programmes()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("市.kaikaku");
        let file = File::create(&path, &made).unwrap();
        assert_same(&programme::read(&file.read()).unwrap(), &made);
        prop_assert_eq!(file.check_integrity().unwrap(), Vec::<String>::new());
        prop_assert_eq!(file.next_undo().unwrap(), None);
    }

    #[test]
    fn replacing_leaves_nothing_of_the_old_programme(old in programmes(), new in programmes()) {
        let mut file = File::memory(&old).unwrap();
        file.write(&step(), |w| programme::replace(w, &new)).unwrap();
        assert_same(&programme::read(&file.read()).unwrap(), &new);
        prop_assert_eq!(file.check_integrity().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn replacing_by_the_same_changes_nothing(made in programmes()) {
        let mut file = File::memory(&made).unwrap();
        let outcome = file.write(&step(), |w| programme::replace(w, &made)).unwrap();
        prop_assert_eq!(outcome.changes, vec![]);
        prop_assert_eq!(outcome.step, None);
    }

    #[test]
    fn every_reader_gives_what_the_whole_programme_holds(made in programmes()) {
        let file = File::memory(&made).unwrap();
        let r = file.read();
        for plan in &made.plans {
            assert_eq!(store::plan::read(&r, plan.id).unwrap().as_ref(), Some(plan));
            for node in &plan.nodes {
                assert_eq!(store::node::read(&r, node.id).unwrap().as_ref(), Some(node));
                assert_eq!(store::node::plan_of(&r, node.id).unwrap(), Some(plan.id));
                for record in &node.records {
                    let found = store::record::read(&r, node.id, record.year).unwrap();
                    assert_eq!(found.as_ref(), Some(record));
                }
            }
        }
        for indicator in &made.indicators {
            assert_eq!(store::indicator::read(&r, indicator.id).unwrap().as_ref(), Some(indicator));
        }
        for table in &made.effects {
            assert_eq!(store::effect::read(&r, table.id).unwrap().as_ref(), Some(table));
        }
        for chart in &made.charts {
            assert_eq!(store::chart::read(&r, chart.id).unwrap().as_ref(), Some(chart));
        }
        for meeting in &made.meetings {
            assert_eq!(store::meeting::read(&r, meeting.id).unwrap().as_ref(), Some(meeting));
        }
        for office in &made.offices {
            assert_eq!(store::office::read(&r, office.id).unwrap().as_ref(), Some(office));
        }
        for change in &made.office_changes {
            assert_eq!(store::office_change::read(&r, change.id).unwrap().as_ref(), Some(change));
        }
    }
}

#[test]
fn a_programme_with_a_broken_reference_is_refused_and_makes_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("市.kaikaku");
    let mut broken = city(3, 2);
    broken.offices.clear();
    let refused = File::create(&path, &broken).unwrap_err();
    let StoreError::Sql { detail } = &refused else { panic!("{refused:?}") };
    assert!(detail.contains("assignment refers to a missing office"), "{detail}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing may be left behind");
}

#[test]
fn a_copy_holds_the_same_and_replaces_what_stood_there() {
    let folder = tempfile::tempdir().unwrap();
    let made = city(5, 3);
    let mut file = File::create(&folder.path().join("元.kaikaku"), &made).unwrap();
    file.write(&step(), |w| programme::replace(w, &city(6, 3))).unwrap();
    let path = folder.path().join("写し.kaikaku");
    std::fs::write(&path, "something else").unwrap();
    file.backup_to(&path).unwrap();
    let mut copy = File::open(&path).unwrap();
    assert_same(&programme::read(&copy.read()).unwrap(), &city(6, 3));
    copy.undo().unwrap().expect("the history goes with the copy");
    assert_same(&programme::read(&copy.read()).unwrap(), &made);
    assert_same(&programme::read(&file.read()).unwrap(), &city(6, 3));
    assert!(matches!(file.backup_to(file.path()), Err(StoreError::AlreadyExists { .. })));
    drop((file, copy));
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "nothing beside the two files: {names:?}");
}
