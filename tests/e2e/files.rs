//! A person's account and the files in it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Settings and documents that outlive a restart of the program.
pub struct Account {
    home: TempDir,
}

impl Account {
    /// A new account with nothing in it.
    pub fn new() -> Self {
        Self { home: TempDir::new().expect("a folder for the account") }
    }

    /// The folder everything of the account is in.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// A file of the sample city.
    pub fn sample(&self) -> PathBuf {
        let path = self.home().join("みどり野市.kaikaku");
        self.kaikaku(&["sample", &path.display().to_string()]);
        path
    }

    /// Runs the command line program on this account and answers what it printed.
    pub fn kaikaku(&self, args: &[&str]) -> String {
        let run = Command::new(program("KAIKAKU_CLI")).args(args).current_dir(self.home()).output();
        let output = run.expect("the command line program runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }
}

/// A program that the environment names.
pub fn program(variable: &str) -> PathBuf {
    let path = std::env::var_os(variable);
    path.map(PathBuf::from).unwrap_or_else(|| panic!("{variable} is not set: run `cargo xtask test --only e2e`"))
}

/// A real table of a city beside the checkout; says so when it is not there.
pub fn real(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real").join(name);
    if path.exists() {
        return Some(path);
    }
    println!("../shared/real/{name} is not here");
    None
}

/// Files with the ending given below a folder.
pub fn below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(below(&path, ending));
        } else if path.extension().is_some_and(|own| own == ending) && !hidden(&path) {
            found.push(path);
        }
    }
    found
}

/// A file that is still being written beside its place.
fn hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// Waits for a file with the ending given; exports are written beside the programme.
pub async fn written(folder: &Path, ending: &str) -> PathBuf {
    let begun = Instant::now();
    loop {
        if let Some(path) = below(folder, ending).into_iter().next() {
            return path;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "no .{ending} is written below {}", folder.display());
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
