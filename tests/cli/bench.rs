//! A folder to work in, and the program run in it.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The name history gives to the hand of these tests.
pub const WHO: &str = "経営改革課";

/// A folder with the program at hand.
pub struct Bench {
    folder: TempDir,
}

/// What one run left: exit code, stdout, stderr.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn of(output: Output) -> Self {
        Self {
            code: output.status.code().expect("the program ends by itself"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// The program, ready for its arguments.
pub fn kaikaku() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kaikaku"));
    command.env("KAIKAKU_USER", WHO);
    command
}

impl Bench {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A folder with the sample in `市.kaikaku`.
    pub fn with_sample() -> Self {
        let bench = Self::new();
        bench.done(&["sample", "市.kaikaku"]);
        bench
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    /// Names in the folder or one below it.
    pub fn names(&self, below: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(below)).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    pub fn run<S: AsRef<OsStr>>(&self, args: &[S]) -> Ran {
        Ran::of(kaikaku().args(args).current_dir(self.folder.path()).output().unwrap())
    }

    /// Runs what must succeed: exit code 0, nothing on stderr. Gives stdout.
    pub fn done<S: AsRef<OsStr> + std::fmt::Debug>(&self, args: &[S]) -> String {
        let ran = self.run(args);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}: {}", ran.out);
        ran.out
    }

    /// Runs what must fail: exit code as given, nothing on stdout. Gives stderr.
    pub fn fails<S: AsRef<OsStr> + std::fmt::Debug>(&self, code: i32, args: &[S]) -> String {
        let ran = self.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{args:?}: {}", ran.err);
        assert!(ran.err.ends_with('\n') && !ran.err.contains("panicked"), "{args:?}: {}", ran.err);
        ran.err
    }

    /// What a file holds, told by the program itself.
    pub fn shown(&self, name: &str) -> String {
        self.done(&["show", name, "--json"])
    }
}

/// A table of the fixtures.
pub fn fixture(name: &str) -> PathBuf {
    top().join("tests/fixtures/exchange").join(name)
}

/// The top of the checkout.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// The first English word of a text that is for the person and not part of the language of the
/// command line (names of commands, options, formats and files).
pub fn english(text: &str) -> Option<String> {
    const KNOWN: [&str; 49] = [
        "kaikaku",
        "new",
        "sample",
        "show",
        "load",
        "import",
        "chart",
        "paper",
        "tally",
        "plan",
        "year",
        "undo",
        "redo",
        "history",
        "find",
        "check",
        "help",
        "version",
        "h",
        "V",
        "json",
        "city",
        "dry",
        "run",
        "all",
        "out",
        "format",
        "dpi",
        "mono",
        "width",
        "mm",
        "svg",
        "png",
        "pdf",
        "emf",
        "xlsx",
        "progress",
        "effects",
        "indicators",
        "outline",
        "chapters",
        "targets",
        "strategy",
        "shape",
        "sheet",
        "item",
        "programme",
        "csv",
        "docs",
    ];
    let words = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    words
        .map(str::to_owned)
        .find(|word| !KNOWN.contains(&word.as_str()) && !KNOWN.contains(&word.to_lowercase().as_str()))
}
