//! Files that are not what they should be: each is an error of its own kind, and stays as it was.

use std::fs;
use std::path::{Path, PathBuf};

use domain::programme::Programme;
use store::{File, SCHEMA_VERSION, StoreError, programme};
use tempfile::TempDir;

use crate::dump::outside;
use crate::strategies::{city, step};

fn whole() -> (TempDir, PathBuf, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("市.kaikaku");
    drop(File::create(&path, &city(40, 4)).unwrap());
    let bytes = fs::read(&path).unwrap();
    (folder, path, bytes)
}

fn kind(result: &Result<File, StoreError>) -> &'static str {
    match result {
        Ok(_) => "open",
        Err(StoreError::NotFound { .. }) => "not found",
        Err(StoreError::FolderMissing { .. }) => "folder missing",
        Err(StoreError::NotOurs { .. }) => "not ours",
        Err(StoreError::Damaged { .. }) => "damaged",
        Err(StoreError::FileTooNew { .. }) => "too new",
        Err(StoreError::Locked { .. }) => "locked",
        Err(other) => panic!("{other:?}"),
    }
}

/// Opens bytes as a file; the file and its folder must be afterwards as before.
fn opened(path: &Path, bytes: &[u8]) -> Result<File, StoreError> {
    fs::write(path, bytes).unwrap();
    let opened = File::open(path);
    if opened.is_err() {
        assert_eq!(fs::read(path).unwrap(), bytes, "opening changes nothing");
    }
    opened
}

#[test]
fn opening_and_closing_leaves_every_byte_and_no_other_file() {
    let (folder, path, bytes) = whole();
    let file = File::open(&path).unwrap();
    assert!(!file.is_read_only());
    assert_eq!(file.path(), path);
    programme::read(&file.read()).unwrap();
    drop(file);
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_is_not_there_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("ない.kaikaku");
    assert_eq!(File::open(&missing).unwrap_err(), StoreError::NotFound { path: missing.clone() });
    let nowhere = folder.path().join("ない/市.kaikaku");
    assert_eq!(File::open(&nowhere).unwrap_err(), StoreError::FolderMissing { path: nowhere.clone() });
    let made = File::create(&nowhere, &Programme::new("みどり野市"));
    assert_eq!(made.unwrap_err(), StoreError::FolderMissing { path: nowhere });
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn making_a_file_never_touches_one_that_is_there() {
    let (folder, path, bytes) = whole();
    let refused = File::create(&path, &Programme::new("別の市")).unwrap_err();
    assert_eq!(refused, StoreError::AlreadyExists { path: path.clone() });
    let refused = File::create(folder.path(), &Programme::new("別の市")).unwrap_err();
    assert_eq!(refused, StoreError::AlreadyExists { path: folder.path().to_owned() });
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn strangers_are_not_ours() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("他.kaikaku");
    assert_eq!(kind(&File::open(folder.path())), "not ours");
    for bytes in [&b""[..], b"x", "計画の写し\n".repeat(500).as_bytes(), &[0; 5000], b"PK\x03\x04", b"SQLite format"]
    {
        assert_eq!(kind(&opened(&path, bytes)), "not ours", "{} bytes", bytes.len());
    }
    fs::remove_file(&path).unwrap();
    let conn = outside(&path);
    conn.execute_batch("CREATE TABLE city (id INTEGER PRIMARY KEY, name TEXT); PRAGMA user_version = 1").unwrap();
    drop(conn);
    assert_eq!(kind(&File::open(&path)), "not ours");
    let bytes = fs::read(&path).unwrap();
    assert_eq!(kind(&opened(&path, &bytes[..bytes.len() / 2])), "not ours", "a broken file of another program");
}

#[test]
fn a_newer_file_says_which_version_it_is() {
    let (_folder, path, _) = whole();
    outside(&path).pragma_update(None, "user_version", SCHEMA_VERSION + 6).unwrap();
    let refused = File::open(&path).unwrap_err();
    assert_eq!(refused, StoreError::FileTooNew { path, found: SCHEMA_VERSION + 6, known: SCHEMA_VERSION });
}

#[test]
fn a_file_without_its_tables_is_damaged() {
    let (_folder, path, _) = whole();
    outside(&path).execute_batch("PRAGMA foreign_keys = OFF; DROP TABLE evaluation").unwrap();
    let refused = File::open(&path).unwrap_err();
    assert_eq!(refused, StoreError::Damaged { path: path.clone(), detail: "evaluation is not as it was made".into() });
    outside(&path).pragma_update(None, "user_version", 0).unwrap();
    assert_eq!(kind(&File::open(&path)), "damaged");
}

#[test]
fn a_truncated_file_is_damaged() {
    let (_folder, path, bytes) = whole();
    for length in [80, 100, 512, 4095, 4096, 4097, bytes.len() / 3, bytes.len() / 2, bytes.len() - 4096] {
        assert_eq!(kind(&opened(&path, &bytes[..length])), "damaged", "{length} of {} bytes", bytes.len());
    }
    assert_eq!(kind(&opened(&path, &bytes[..40])), "damaged", "what is left is the beginning of a database");
}

#[test]
fn a_broken_header_of_ours_is_damaged() {
    let (_folder, path, bytes) = whole();
    let mut broken = bytes.clone();
    broken[..16].fill(b'?');
    assert_eq!(kind(&opened(&path, &broken)), "damaged");
    let mut broken = bytes.clone();
    broken[100..200].fill(0xff);
    assert_eq!(kind(&opened(&path, &broken)), "damaged");
    let mut broken = bytes;
    broken[4096..8192].fill(0);
    assert_eq!(kind(&opened(&path, &broken)), "damaged");
}

/// A flipped byte in a text cannot be seen (SQLite keeps no checksums); everywhere else it must be,
/// and nowhere may it end in a panic or in a programme without its plan.
#[test]
fn a_flipped_byte_is_an_error_or_a_programme_with_its_plan() {
    let (_folder, path, bytes) = whole();
    let (mut refused, mut read, mut unreadable) = (0, 0, 0);
    let places = (0..4096).step_by(17).chain((4096..bytes.len()).step_by(1511));
    for place in places {
        let mut broken = bytes.clone();
        broken[place] ^= 0xff;
        match opened(&path, &broken) {
            Err(
                StoreError::Damaged { .. }
                | StoreError::NotOurs { .. }
                | StoreError::FileTooNew { .. }
                | StoreError::ReadOnly { .. },
            ) => refused += 1,
            Err(other) => panic!("byte {place}: {other:?}"),
            Ok(file) => match programme::read(&file.read()) {
                Ok(found) => {
                    assert_eq!(found.plans.len(), 1, "byte {place}");
                    read += 1;
                }
                Err(StoreError::Damaged { .. }) => unreadable += 1,
                Err(other) => panic!("byte {place}: {other:?}"),
            },
        }
    }
    println!("{refused} refused, {unreadable} found damaged on reading, {read} in texts and free space");
    assert!(refused > 20 && unreadable > 20 && read > 100, "{refused}, {unreadable}, {read}");
}

#[test]
fn a_word_that_was_never_written_is_damage_and_not_a_default() {
    let (_folder, path, _) = whole();
    outside(&path).execute("INSERT INTO life_event VALUES (1, 10, 0, 'vanished', NULL, NULL, '', NULL)", []).unwrap();
    let file = File::open(&path).unwrap();
    let refused = programme::read(&file.read()).unwrap_err();
    assert!(matches!(&refused, StoreError::Damaged { path: named, .. } if *named == path), "{refused:?}");
}

#[test]
fn triggers_and_views_that_came_with_a_file_do_not_run() {
    let (_folder, path, _) = whole();
    outside(&path)
        .execute_batch(
            "CREATE TRIGGER wipe AFTER UPDATE ON office BEGIN DELETE FROM node; END;
             CREATE VIEW looks AS SELECT * FROM node;",
        )
        .unwrap();
    let mut file = File::open(&path).unwrap();
    let before = programme::read(&file.read()).unwrap();
    let mut office = before.offices[0].clone();
    office.name = "新しい名前".into();
    file.write(&step(), |w| store::office::save(w, &office)).unwrap();
    assert_eq!(programme::read(&file.read()).unwrap().plans, before.plans);
}

#[test]
fn a_file_that_was_put_into_another_journal_mode_is_put_back() {
    let (folder, path, _) = whole();
    let conn = outside(&path);
    conn.pragma_update(None, "journal_mode", "WAL").unwrap();
    drop(conn);
    let mut file = File::open(&path).unwrap();
    file.write(&step(), |w| programme::replace(w, &city(3, 1))).unwrap();
    drop(file);
    assert_eq!(programme::read(&File::open(&path).unwrap().read()).unwrap(), city(3, 1));
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 1, "{names:?}");
}

#[test]
fn a_check_names_what_is_broken() {
    let (_folder, path, _) = whole();
    let conn = outside(&path);
    conn.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM office WHERE id = 1").unwrap();
    drop(conn);
    let file = File::open(&path).unwrap();
    let found = file.check_integrity().unwrap();
    assert!(found.iter().any(|line| line.contains("refers to a missing office")), "{found:?}");
}
