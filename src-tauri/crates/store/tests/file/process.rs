//! Other processes: one that is killed while it writes, one that has the file open, one that may
//! not write. Each is this test program again, told by its environment what to do.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use domain::programme::{NodeId, PlanId, Programme};
use domain::value::FiscalYear;
use store::{File, StoreError, node, programme, record};

use crate::strategies::{city, office, step};

const FILE: &str = "KAIKAKU_TEST_FILE";

fn other(program: &Path, deed: &str, file: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .args(["--exact", &format!("process::{deed}"), "--ignored", "--nocapture"])
        .env(FILE, file)
        .stdout(Stdio::piped());
    command
}

fn asked() -> Option<PathBuf> {
    std::env::var_os(FILE).map(PathBuf::from)
}

/// The lines `said …` of a child.
fn said(child: &mut Child) -> impl Iterator<Item = String> + use<> {
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    lines.filter_map(|line| line.rsplit_once("said ").map(|(_, words)| words.to_owned()))
}

fn say(words: impl std::fmt::Display) {
    let mut out = std::io::stdout();
    writeln!(out, "said {words}").unwrap();
    out.flush().unwrap();
}

#[test]
#[ignore = "the child of a killed process; does nothing by itself"]
fn writes_for_ever() {
    let Some(path) = asked() else { return };
    let mut file = File::open(&path).unwrap();
    let nodes = node::of_plan(&file.read(), PlanId(1), None).unwrap();
    let first: u64 = nodes[1].records[0].note.parse().unwrap_or(0);
    for number in first + 1.. {
        file.write(&step(), |w| {
            for node in &nodes {
                for record in &node.records {
                    let mut record = record.clone();
                    // Long enough to move pages about.
                    record.actual = "実績".repeat((number as usize * 37) % 500);
                    record.note = number.to_string();
                    record::save(w, node.id, &record)?;
                }
            }
            Ok::<(), StoreError>(())
        })
        .unwrap();
        say(number);
    }
}

#[test]
fn a_killed_process_loses_nothing_that_was_committed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("市.kaikaku");
    drop(File::create(&path, &city(30, 3)).unwrap());
    let this = std::env::current_exe().unwrap();
    let mut in_the_middle = 0;
    for round in 0..12_u64 {
        let mut child = other(&this, "writes_for_ever", &path).spawn().unwrap();
        let mut lines = said(&mut child);
        let mut last: u64 = lines.next().expect("the child writes").parse().unwrap();
        std::thread::sleep(Duration::from_micros(1_700 * round * round));
        child.kill().unwrap();
        child.wait().unwrap();
        for line in lines {
            last = line.parse().unwrap();
        }
        let journal = folder.path().join("市.kaikaku-journal");
        in_the_middle += u64::from(fs::read(&journal).is_ok_and(|bytes| bytes.first().is_some_and(|byte| *byte != 0)));

        let mut file = File::open(&path).unwrap();
        assert_eq!(file.check_integrity().unwrap(), Vec::<String>::new());
        let records: Vec<_> = node::of_plan(&file.read(), PlanId(1), None)
            .unwrap()
            .into_iter()
            .flat_map(|node| node.records)
            .map(|record| record.note.parse::<u64>().unwrap())
            .collect();
        let found = records[0];
        assert!(records.iter().all(|number| *number == found), "a step is done whole or not at all");
        assert!(found == last || found == last + 1, "{last} was told to be committed, the file holds {found}");
        assert_eq!(file.history(1, None).unwrap()[0].id.0, found as i64, "one step for every write");
        if round == 11 {
            for number in (0..found).rev() {
                file.undo().unwrap().unwrap();
                let year = FiscalYear::new(2015).unwrap();
                let note = record::read(&file.read(), NodeId(10), year).unwrap().unwrap().note;
                assert_eq!(note, if number == 0 { String::new() } else { number.to_string() });
            }
            assert_eq!(programme::read(&file.read()).unwrap(), city(30, 3));
        }
    }
    println!("killed in the middle of a transaction {in_the_middle} times of 12");
}

#[test]
#[ignore = "the child of the test on locks; does nothing by itself"]
fn opens() {
    let Some(path) = asked() else { return };
    match File::open(&path) {
        Ok(file) => say(if file.is_read_only() { "read-only" } else { "open" }),
        Err(error) => say(format!("{error:?}").split(' ').next().unwrap_or_default()),
    }
}

#[test]
fn a_file_that_is_open_is_locked_at_once_for_everybody_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("市.kaikaku");
    let file = File::create(&path, &city(3, 1)).unwrap();
    let start = Instant::now();
    assert_eq!(File::open(&path).unwrap_err(), StoreError::Locked { path: path.clone() });
    assert!(start.elapsed() < Duration::from_secs(2), "nobody waits for a lock");
    let ask = || {
        let mut child = other(&std::env::current_exe().unwrap(), "opens", &path).spawn().unwrap();
        let answers: Vec<_> = said(&mut child).collect();
        child.wait().unwrap();
        answers.concat()
    };
    assert_eq!(ask(), "Locked");
    programme::read(&file.read()).unwrap();
    assert_eq!(ask(), "Locked", "reading does not give the lock away");
    drop(file);
    assert_eq!(ask(), "open");
}

#[test]
#[ignore = "the child of the test on write protection; does nothing by itself"]
fn reads_what_it_may_not_write() {
    let Some(path) = asked() else { return };
    let mut file = File::open(&path).unwrap();
    assert!(file.is_read_only());
    assert_eq!(programme::read(&file.read()).unwrap(), city(3, 1));
    let read_only = StoreError::ReadOnly { path: path.clone() };
    let refused = file.write(&step(), |_| -> Result<(), StoreError> { panic!("refused before anything") });
    assert_eq!(refused, Err(read_only.clone()));
    assert_eq!(file.undo(), Err(read_only.clone()));
    assert_eq!(file.redo(), Err(read_only));
    let beside = path.parent().unwrap().join("写し.kaikaku");
    if let Err(error) = File::create(&beside, &Programme::new("みどり野市")) {
        assert_eq!(error, StoreError::Access { path: beside });
    }
    // Reading takes no lock for good: two may read at once.
    assert!(File::open(&path).unwrap().is_read_only());
    say("done");
}

/// Runs a deed as somebody who has no rights of his own. For root nothing is write-protected, so
/// the program is put where everybody may start it and run as nobody.
#[cfg(unix)]
fn without_rights(deed: &str, file: &Path) -> String {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;

    let this = std::env::current_exe().unwrap();
    let place = tempfile::tempdir().unwrap();
    let mut command = other(&this, deed, file);
    if fs::metadata(file).unwrap().uid() == 0 {
        let program = place.path().join("program");
        fs::copy(&this, &program).unwrap();
        fs::set_permissions(place.path(), fs::Permissions::from_mode(0o755)).unwrap();
        command = other(&program, deed, file);
        command.uid(65534).gid(65534).current_dir("/");
    }
    let mut child = command.spawn().unwrap();
    let answers: Vec<_> = said(&mut child).collect();
    child.wait().unwrap();
    answers.concat()
}

#[cfg(unix)]
#[test]
fn a_write_protected_file_or_folder_opens_for_reading() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("市.kaikaku");
    drop(File::create(&path, &city(3, 1)).unwrap());
    let bytes = fs::read(&path).unwrap();
    // (the file, its folder): the file is protected, the folder is, both are
    for (file, around) in [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)] {
        fs::set_permissions(&path, fs::Permissions::from_mode(file)).unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(around)).unwrap();
        let answer = without_rights("reads_what_it_may_not_write", &path);
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
        assert_eq!(answer, "done", "file {file:o} in a folder {around:o}");
        let _ = fs::remove_file(folder.path().join("写し.kaikaku"));
        assert_eq!(fs::read(&path).unwrap(), bytes);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    assert_eq!(without_rights("opens", &path), "Access");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
}

/// A real full disk: a small file system in memory, which only root may make.
#[cfg(target_os = "linux")]
#[test]
fn a_really_full_disk_leaves_the_file_as_it_was() {
    struct Mounted(tempfile::TempDir);
    impl Drop for Mounted {
        fn drop(&mut self) {
            let _ = Command::new("umount").arg(self.0.path()).status();
        }
    }

    let place = Mounted(tempfile::tempdir().unwrap());
    let mount = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=2m", "tmpfs"])
        .arg(place.0.path())
        .stderr(Stdio::null())
        .status();
    if !mount.is_ok_and(|status| status.success()) {
        println!("skipped: only root can make a small file system");
        return;
    }
    let path = place.0.path().join("市.kaikaku");
    let mut file = File::create(&path, &city(20, 3)).unwrap();
    file.write(&step(), |w| store::office::save(w, &office(101, "新しい課"))).unwrap();
    let before = programme::read(&file.read()).unwrap();
    let full = file.write(&step(), |w| programme::replace(w, &city(2_000, 5)));
    assert_eq!(full.unwrap_err(), StoreError::DiskFull { path: path.clone() });
    assert_eq!(programme::read(&file.read()).unwrap(), before);
    assert_eq!(file.check_integrity().unwrap(), Vec::<String>::new());

    let filler = place.0.path().join("ほか");
    let mut rest = fs::File::create(&filler).unwrap();
    while rest.write_all(&[0; 4096]).is_ok() {}
    let full = file.write(&step(), |w| store::office::save(w, &office(102, "長い名前".repeat(5_000))));
    assert_eq!(full.unwrap_err(), StoreError::DiskFull { path: path.clone() });
    let copy = place.0.path().join("写し.kaikaku");
    assert_eq!(file.backup_to(&copy), Err(StoreError::DiskFull { path: copy.clone() }));
    drop(file);
    let refused = File::create(&copy, &city(2, 1)).unwrap_err();
    assert_eq!(refused, StoreError::DiskFull { path: copy });

    let file = File::open(&path).expect("a full disk does not keep anybody from reading");
    assert_eq!(programme::read(&file.read()).unwrap(), before);
    drop(file);
    fs::remove_file(&filler).unwrap();
    let mut file = File::open(&path).unwrap();
    file.write(&step(), |w| store::office::save(w, &office(102, "新しい課"))).unwrap();
    file.undo().unwrap().unwrap();
    assert_eq!(programme::read(&file.read()).unwrap(), before);
    assert_eq!(fs::read_dir(place.0.path()).unwrap().count(), 2, "the file and its journal");
}
