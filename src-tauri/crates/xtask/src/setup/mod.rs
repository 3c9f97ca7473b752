//! What a task needs on this machine, installed where that can be done and named where not.

mod debian;
mod needs;
mod node;
mod rust;
mod tools;

use crate::browser;
use crate::places::Places;
use crate::steps::Steps;
use crate::trouble::Trouble;

#[cfg(test)]
pub use needs::NEEDS;
pub use needs::Purpose;
pub use tools::{CARGO_DENY, CARGO_NEXTEST, TAURI_DRIVER, program as tool};

/// Everything that `run` and `test` need.
pub fn everything(places: &Places, steps: &mut Steps) -> Result<(), Trouble> {
    let purposes = [Purpose::Fmt, Purpose::Build, Purpose::Rust, Purpose::Ui, Purpose::E2e, Purpose::Deny];
    steps.step("準備", || prepare(places, &purposes))
}

/// Makes sure that everything for these purposes is there; quick when it is.
pub fn prepare(places: &Places, purposes: &[Purpose]) -> Result<(), Trouble> {
    let wants = |purpose| purposes.contains(&purpose);
    rust::components(places, purposes)?;
    let page = wants(Purpose::Build) || wants(Purpose::Ui);
    if page {
        node::present(places)?;
    }
    let system = System::here();
    let browser_needed = wants(Purpose::Ui) && browser::find().is_none();
    match system {
        System::Debian { ubuntu } => {
            // Ubuntu's package is a pointer to a snap, which a container cannot run.
            debian::install(purposes, browser_needed && !ubuntu)?;
        }
        _ => needs::require(system, purposes, browser_needed)?,
    }
    if page {
        node::packages(places)?;
    }
    if matches!(system, System::Debian { ubuntu: true }) && browser_needed {
        browser::download(places)?;
    }
    let mut programs = Vec::new();
    if wants(Purpose::Rust) || wants(Purpose::E2e) {
        programs.push(&CARGO_NEXTEST);
    }
    if (wants(Purpose::E2e) || wants(Purpose::Bench)) && !cfg!(target_os = "macos") {
        programs.push(&TAURI_DRIVER);
    }
    if wants(Purpose::Deny) {
        programs.push(&CARGO_DENY);
    }
    tools::install(places, &programs)
}

/// The kinds of system that are told apart when something is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// Debian, Ubuntu and what is made from them: the set-up installs by itself.
    Debian {
        /// Whether it is (made from) Ubuntu.
        ubuntu: bool,
    },
    /// Fedora and its relatives.
    Fedora,
    /// Arch Linux and its relatives.
    Arch,
    /// Any other Unix with WebKitGTK.
    OtherLinux,
    /// macOS.
    Mac,
    /// Windows.
    Windows,
}

impl System {
    /// The system this program runs on.
    pub fn here() -> Self {
        if cfg!(windows) {
            return Self::Windows;
        }
        if cfg!(target_os = "macos") {
            return Self::Mac;
        }
        let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
        Self::from_os_release(&release)
    }

    /// Reads `ID` and `ID_LIKE` of `/etc/os-release`.
    fn from_os_release(text: &str) -> Self {
        let words: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
            .flat_map(|value| value.trim_matches(['"', '\'']).split_whitespace())
            .collect();
        let is = |name: &str| words.contains(&name);
        if is("ubuntu") {
            Self::Debian { ubuntu: true }
        } else if is("debian") {
            Self::Debian { ubuntu: false }
        } else if is("fedora") || is("rhel") {
            Self::Fedora
        } else if is("arch") {
            Self::Arch
        } else {
            Self::OtherLinux
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_are_told_by_their_release_file() {
        for (text, expected) in [
            ("NAME=\"Debian GNU/Linux\"\nID=debian\n", System::Debian { ubuntu: false }),
            ("ID=ubuntu\nID_LIKE=debian\n", System::Debian { ubuntu: true }),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", System::Debian { ubuntu: true }),
            ("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", System::Fedora),
            ("ID=manjaro\nID_LIKE=arch\n", System::Arch),
            ("ID=nixos\nVERSION_ID=\"debian\"\n", System::OtherLinux),
            ("", System::OtherLinux),
        ] {
            assert_eq!(System::from_os_release(text), expected, "{text}");
        }
    }
}
