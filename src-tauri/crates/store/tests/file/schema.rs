//! Files of every released schema, kept as they were written: they open, and nothing is lost.
//!
//! `cargo test -p store writes_the_fixture -- --ignored` makes the file of the present schema.
//! That is for a schema that is not released yet; the file of a released one is never made again.

use std::fs;
use std::path::{Path, PathBuf};

use domain::programme::{IndicatorId, NodeId, Programme};
use domain::value::{FiscalYear, Written};
use rusqlite::Connection;
use store::{APPLICATION_ID, File, SCHEMA_VERSION, StoreError, Table, programme};
use tempfile::TempDir;

use crate::dump::outside;
use crate::strategies::step;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures").join(name)
}

/// What the fixture of a schema holds, as a person wrote it.
fn expected(version: i32) -> Programme {
    serde_json::from_str(&fs::read_to_string(fixture(&format!("v{version}.json"))).unwrap()).unwrap()
}

/// A copy of the fixture, so that the fixture itself stays as it was written.
fn copied(version: i32) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("市.kaikaku");
    fs::copy(fixture(&format!("v{version}.kaikaku")), &path).unwrap();
    (folder, path)
}

fn objects(conn: &Connection) -> Vec<(String, String, Option<String>)> {
    let mut objects = conn.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").unwrap();
    let rows = objects.query_map([], |row| Ok((row.get("type")?, row.get("name")?, row.get("sql")?))).unwrap();
    rows.map(Result::unwrap).collect()
}

fn edited(expected: &Programme) -> Programme {
    let mut edited = expected.clone();
    let node = edited.plans[1].nodes.iter_mut().find(|node| node.id == NodeId(12)).unwrap();
    node.records[0].actual = "窓口の案内を改めた。".into();
    edited
}

fn edit(file: &mut File) -> Result<(), StoreError> {
    let (node, year) = (NodeId(12), FiscalYear::new(2023).unwrap());
    file.write(&step(), |w| {
        let mut record = store::record::read(w, node, year)?.unwrap();
        record.actual = "窓口の案内を改めた。".into();
        store::record::save(w, node, &record)
    })?;
    file.write(&step(), |w| {
        let mut indicator = store::indicator::read(w, IndicatorId(1))?.unwrap();
        indicator.good = Some(Written { text: "低いほうがよい".into(), meaning: None });
        store::indicator::save(w, &indicator)
    })?;
    file.undo().map(drop)
}

#[test]
#[ignore = "makes the fixture of a schema that is not released yet"]
fn writes_the_fixture() {
    let path = fixture(&format!("v{SCHEMA_VERSION}.kaikaku"));
    let _ = fs::remove_file(&path);
    let mut file = File::create(&path, &expected(SCHEMA_VERSION)).unwrap();
    edit(&mut file).unwrap();
}

#[test]
fn the_file_of_every_schema_opens_with_all_it_holds() {
    for version in 1..=SCHEMA_VERSION {
        let expected = expected(version);
        let (_folder, path) = copied(version);
        let mut file = File::open(&path).unwrap();
        assert_eq!(programme::read(&file.read()).unwrap(), edited(&expected));
        assert_eq!(file.check_integrity().unwrap(), Vec::<String>::new());
        assert_eq!(file.history(10, None).unwrap().len(), 2);
        let redone = file.redo().unwrap().expect("a step was undone");
        assert_eq!(redone.changes[0].table, Table::Indicator);
        file.undo().unwrap().unwrap();
        file.undo().unwrap().unwrap();
        assert_eq!(programme::read(&file.read()).unwrap(), expected);
    }
}

#[test]
fn an_older_file_is_kept_beside_the_one_it_becomes() {
    for version in 1..SCHEMA_VERSION {
        let (folder, path) = copied(version);
        let before = fs::read(&path).unwrap();
        drop(File::open(&path).unwrap());
        let number =
            |path: &Path| outside(path).pragma_query_value(None, "user_version", |row| row.get::<_, i32>(0)).unwrap();
        assert_eq!(number(&path), SCHEMA_VERSION);
        let kept = folder.path().join(format!("市.v{version}.kaikaku"));
        assert_eq!(number(&kept), version);
        // Opening what was kept brings it to the present too, and keeps it once more.
        let old = programme::read(&File::open(&kept).unwrap().read()).unwrap();
        assert_eq!(old, edited(&expected(version)));
        drop(File::open(&path).unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "the present one is not kept again");
        fs::write(&path, &before).unwrap();
        drop(File::open(&path).unwrap());
        assert!(folder.path().join(format!("市.v{version} (2).kaikaku")).exists(), "nothing kept is written over");
    }
}

#[test]
fn a_file_of_the_present_schema_is_like_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("市.kaikaku");
    drop(File::create(&path, &Programme::new("みどり野市")).unwrap());
    let (_copy, old) = copied(SCHEMA_VERSION);
    let (new, old) = (outside(&path), outside(&old));
    assert_eq!(objects(&old), objects(&new));
    for conn in [&new, &old] {
        let number = |pragma| conn.pragma_query_value(None, pragma, |row| row.get::<_, i32>(0)).unwrap();
        assert_eq!(number("application_id"), APPLICATION_ID);
        assert_eq!(number("application_id").to_be_bytes(), *b"KAIK");
        assert_eq!(number("user_version"), SCHEMA_VERSION);
    }
}

#[test]
fn the_fixture_has_a_row_in_every_table() {
    let (_folder, path) = copied(SCHEMA_VERSION);
    let conn = outside(&path);
    for table in Table::ALL {
        let rows: i64 =
            conn.query_row(&format!("SELECT count(*) FROM {}", table.name()), [], |row| row.get(0)).unwrap();
        assert!(rows > 0, "table {} is empty", table.name());
    }
}

#[test]
fn every_table_under_undo_is_named_and_its_key_stands_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("市.kaikaku");
    drop(File::create(&path, &Programme::new("みどり野市")).unwrap());
    let conn = outside(&path);
    let mut names: Vec<String> =
        objects(&conn).into_iter().filter(|(kind, ..)| kind == "table").map(|(_, name, _)| name).collect();
    names.retain(|name| !["step", "counter", "handing_out"].contains(&name.as_str()));
    let mut known: Vec<&str> = Table::ALL.iter().map(|table| table.name()).collect();
    known.sort_unstable();
    names.sort_unstable();
    assert_eq!(names, known);
    for table in Table::ALL {
        let sql = "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY cid";
        let mut key = conn.prepare(sql).unwrap();
        let key: Vec<String> = key.query_map([table.name()], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert_eq!(key, table.key(), "{}", table.name());
        let sql = "SELECT max(cid) + 1 FROM pragma_table_info(?1) WHERE pk > 0";
        let width: usize = conn.query_row(sql, [table.name()], |row| row.get::<_, i64>(0)).unwrap() as usize;
        assert_eq!(width, table.key().len(), "the key of {} stands first", table.name());
    }
}

#[test]
fn made_up_programmes_fill_every_table() {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;

    let folder = tempfile::tempdir().unwrap();
    let mut runner = TestRunner::deterministic();
    let mut rows = vec![0_i64; Table::ALL.len()];
    for number in 0..40 {
        let made = crate::strategies::programmes().new_tree(&mut runner).unwrap().current();
        let path = folder.path().join(format!("{number}.kaikaku"));
        drop(File::create(&path, &made).unwrap());
        let conn = outside(&path);
        for (table, rows) in Table::ALL.iter().zip(&mut rows) {
            let sql = format!("SELECT count(*) FROM {}", table.name());
            *rows += conn.query_row(&sql, [], |row| row.get::<_, i64>(0)).unwrap();
        }
    }
    for (table, rows) in Table::ALL.iter().zip(rows) {
        assert!(rows >= 20, "{} has {rows} rows in 40 programmes", table.name());
    }
}
