//! The types of the page come from the list of commands: `ui/src/ipc` must be what the list says.
//! `UPDATE_IPC=1` writes it anew.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test or benchmark that cannot go on says why and ends"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kaikaku_kobo::ipc::Commands;
use ts_rs::{Config, TS};

fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/ipc")
}

fn export(folder: &Path) {
    let config = Config::new().with_large_int("number").with_out_dir(folder);
    Commands::export_all(&config).expect("every type of the list has a TypeScript type");
}

fn read(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten() {
            let path = entry.expect("an entry of the folder").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).expect("a text file");
                found.insert(path.strip_prefix(folder).expect("below the folder").to_path_buf(), text);
            }
        }
    }
    found
}

#[test]
fn the_types_of_the_page_are_fresh() {
    if std::env::var_os("UPDATE_IPC").is_some() {
        let _ = fs::remove_dir_all(committed());
        export(&committed());
    }
    let fresh = tempfile::tempdir().expect("a folder");
    export(fresh.path());
    let (fresh, committed) = (read(fresh.path()), read(&committed()));
    let names = |types: &BTreeMap<PathBuf, String>| types.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&fresh), names(&committed), "run with UPDATE_IPC=1 and commit ui/src/ipc");
    for (name, text) in &fresh {
        assert_eq!(Some(text), committed.get(name), "{} is stale: run with UPDATE_IPC=1", name.display());
    }
}

#[test]
fn every_command_has_a_request_and_an_answer() {
    let config = Config::new().with_large_int("number");
    let commands = Commands::export_to_string(&config).expect("the list as TypeScript");
    let calls = commands.matches("Call<").count();
    assert!(calls > 40, "the list is read whole: {calls} calls");
    assert!(commands.contains("record_set"), "a known command is in the list");
}
