//! The log: what went wrong in the words of the libraries, for those who look after the program.
//! It stays on the machine and holds no text of the programme.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

/// Above this size the log begins anew, so that it never fills a disk. Bytes.
const LARGEST: u64 = 1_000_000;

/// The log file of this run.
pub struct Journal {
    path: Option<PathBuf>,
    count: AtomicU64,
}

impl Journal {
    /// A log in the folder given; none when there is no such folder.
    pub fn in_folder(folder: Option<PathBuf>) -> Self {
        let path = folder.and_then(|folder| fs::create_dir_all(&folder).ok().map(|()| folder.join("kaikaku.log")));
        Self { path, count: AtomicU64::new(1) }
    }

    /// Writes one fault and returns its number, which the window shows with the message.
    pub fn fault(&self, kind: &str, detail: &dyn std::fmt::Display) -> String {
        let at = now().format("%Y%m%d-%H%M%S").to_string();
        let id = format!("{at}-{}", self.count.fetch_add(1, Ordering::Relaxed));
        if let Some(path) = &self.path {
            if fs::metadata(path).is_ok_and(|meta| meta.len() > LARGEST) {
                // An old log that cannot be put aside is written on.
                let _ = fs::rename(path, path.with_extension("old.log"));
            }
            let line = format!("{id}\t{kind}\t{detail}\n");
            // A log that cannot be written must not stop the work it tells of.
            let _ = OpenOptions::new()
                .create(true)
                .append(true)
                .open(path)
                .and_then(|mut file| file.write_all(line.as_bytes()));
        }
        id
    }
}

/// A fault before there is any window.
pub fn to_stderr(error: &dyn std::fmt::Display) {
    let _ = writeln!(std::io::stderr().lock(), "{error}");
}

/// Local time.
#[allow(clippy::disallowed_methods, reason = "the shell is where the clock comes in")]
pub fn now() -> chrono::NaiveDateTime {
    chrono::Local::now().naive_local()
}
