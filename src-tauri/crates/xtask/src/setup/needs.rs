//! The table of system software: what it is for, how to see it, what it is called where.

use std::env;
use std::fs;
use std::process::Command;

use super::System;
use crate::process::{on_path, probe};
use crate::trouble::Trouble;

/// What a task is going to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Format the Rust sources.
    Fmt,
    /// Compile the program and its page.
    Build,
    /// Run the Rust tests, which open the files that were made with other people's readers.
    Rust,
    /// Test the page, with a browser for Japanese input.
    Ui,
    /// Drive the real window.
    E2e,
    /// Check licences and sources of dependencies.
    Deny,
    /// Measure against peers.
    Bench,
}

/// One piece of system software.
pub struct Need {
    /// What it is, for the person who must install it.
    pub what: &'static str,
    purposes: &'static [Purpose],
    seen: Seen,
    /// Debian packages of which one is enough; the first is the one that gets installed.
    pub debian: &'static [&'static str],
    fedora: &'static str,
    arch: &'static str,
    mac: &'static str,
    windows: &'static str,
}

/// How to see, without a package manager, that it is there.
enum Seen {
    /// One of these programs is on the search path.
    Program(&'static [&'static str]),
    /// pkg-config knows the library.
    Library(&'static str),
    /// libclang can be loaded by bindgen.
    Libclang,
}

/// Everything; an empty string means that the system needs nothing (or has no such thing).
pub const NEEDS: [Need; 11] = [
    Need {
        what: "C コンパイラー",
        purposes: &[Purpose::Build, Purpose::Rust, Purpose::E2e],
        seen: Seen::Program(&["cc", "gcc", "clang"]),
        debian: &["build-essential"],
        fedora: "sudo dnf install gcc gcc-c++ make",
        arch: "sudo pacman -S base-devel",
        mac: "xcode-select --install",
        windows: "",
    },
    Need {
        what: "pkg-config",
        purposes: &[Purpose::Build, Purpose::Rust, Purpose::E2e],
        seen: Seen::Program(&["pkg-config", "pkgconf"]),
        debian: &["pkg-config", "pkgconf"],
        fedora: "sudo dnf install pkgconf-pkg-config",
        arch: "sudo pacman -S pkgconf",
        mac: "",
        windows: "",
    },
    Need {
        what: "WebKitGTK 4.1（ウィンドウの表示）",
        purposes: &[Purpose::Build, Purpose::Rust, Purpose::E2e],
        seen: Seen::Library("webkit2gtk-4.1"),
        debian: &["libwebkit2gtk-4.1-dev"],
        fedora: "sudo dnf install webkit2gtk4.1-devel",
        arch: "sudo pacman -S webkit2gtk-4.1",
        mac: "",
        windows: "",
    },
    Need {
        what: "librsvg（アイコン）",
        purposes: &[Purpose::Build, Purpose::Rust, Purpose::E2e],
        seen: Seen::Library("librsvg-2.0"),
        debian: &["librsvg2-dev"],
        fedora: "sudo dnf install librsvg2-devel",
        arch: "sudo pacman -S librsvg",
        mac: "",
        windows: "",
    },
    Need {
        what: "libclang（SQLite の接続部の生成）",
        purposes: &[Purpose::Build, Purpose::Rust, Purpose::E2e],
        seen: Seen::Libclang,
        debian: &["libclang-dev"],
        fedora: "sudo dnf install clang-devel",
        arch: "sudo pacman -S clang",
        mac: "xcode-select --install",
        windows: "winget install LLVM.LLVM （環境変数 LIBCLANG_PATH に C:\\Program Files\\LLVM\\bin を設定）",
    },
    Need {
        what: "poppler（できた PDF の検査）",
        purposes: &[Purpose::Rust],
        seen: Seen::Program(&["pdftoppm"]),
        debian: &["poppler-utils"],
        fedora: "sudo dnf install poppler-utils",
        arch: "sudo pacman -S poppler",
        mac: "brew install poppler",
        windows: "winget install oschwartz10612.Poppler",
    },
    Need {
        what: "qpdf（できた PDF の検査）",
        purposes: &[Purpose::Rust],
        seen: Seen::Program(&["qpdf"]),
        debian: &["qpdf"],
        fedora: "sudo dnf install qpdf",
        arch: "sudo pacman -S qpdf",
        mac: "brew install qpdf",
        windows: "winget install QPDF.QPDF",
    },
    Need {
        what: "LibreOffice Calc（できた Excel の検査）",
        purposes: &[Purpose::Rust, Purpose::Bench],
        seen: Seen::Program(&["soffice", "libreoffice"]),
        debian: &["libreoffice-calc-nogui", "libreoffice-calc"],
        fedora: "sudo dnf install libreoffice-calc",
        arch: "sudo pacman -S libreoffice-fresh",
        mac: "brew install --cask libreoffice （soffice を PATH に）",
        windows: "winget install TheDocumentFoundation.LibreOffice （soffice を PATH に）",
    },
    Need {
        what: "ブラウザーの自動操作（WebDriver）",
        purposes: &[Purpose::E2e, Purpose::Bench],
        seen: Seen::Program(&["WebKitWebDriver", "msedgedriver"]),
        debian: &["webkit2gtk-driver"],
        fedora: "sudo dnf install webkit2gtk4.1-devel webkitgtk6.0 （WebKitWebDriver）",
        arch: "sudo pacman -S webkit2gtk-4.1 （WebKitWebDriver）",
        mac: "",
        windows: "Edge と同じ版の msedgedriver を PATH に（https://developer.microsoft.com/microsoft-edge/tools/webdriver/）",
    },
    Need {
        what: "画面のない機械のための画面（Xvfb）",
        purposes: &[Purpose::E2e, Purpose::Bench],
        seen: Seen::Program(&["Xvfb"]),
        debian: &["xvfb"],
        fedora: "sudo dnf install xorg-x11-server-Xvfb",
        arch: "sudo pacman -S xorg-server-xvfb",
        mac: "",
        windows: "",
    },
    Need {
        what: "D-Bus",
        purposes: &[Purpose::E2e, Purpose::Bench],
        seen: Seen::Program(&["dbus-run-session"]),
        debian: &["dbus-x11"],
        fedora: "sudo dnf install dbus-daemon",
        arch: "sudo pacman -S dbus",
        mac: "",
        windows: "",
    },
];

/// The peers of the benchmarks; Debian only, they are never needed to build or to test.
pub const PEERS: [&str; 3] = ["gnuplot-nox", "python3-matplotlib", "hyperfine"];

impl Need {
    /// Whether one of these purposes needs it.
    pub fn serves(&self, purposes: &[Purpose]) -> bool {
        let purposes_with_build = purposes.contains(&Purpose::Bench) && self.serves_building();
        purposes_with_build || self.purposes.iter().any(|purpose| purposes.contains(purpose))
    }

    fn serves_building(&self) -> bool {
        self.purposes.contains(&Purpose::Build)
    }

    fn is_there(&self) -> bool {
        match &self.seen {
            Seen::Program(names) => names.iter().any(|name| on_path(name).is_some()),
            Seen::Library(name) => probe(Command::new("pkg-config").args(["--exists", name])).is_some(),
            Seen::Libclang => libclang_is_there(),
        }
    }

    /// How to install it there; `None` when that system has or needs no such thing.
    fn advice(&self, system: System) -> Option<String> {
        let text = match system {
            System::Debian { .. } => format!("sudo apt-get install {}", self.debian[0]),
            System::Fedora => self.fedora.to_owned(),
            System::Arch => self.arch.to_owned(),
            System::OtherLinux => format!("Debian では {} / called so on Debian", self.debian[0]),
            System::Mac => self.mac.to_owned(),
            System::Windows => self.windows.to_owned(),
        };
        (!text.is_empty()).then_some(text)
    }
}

/// On systems without an automatic set-up: says what is missing, or goes on when nothing is.
pub fn require(system: System, purposes: &[Purpose], browser: bool) -> Result<(), Trouble> {
    let mut missing: Vec<String> = NEEDS
        .iter()
        .filter(|need| need.serves(purposes))
        .filter_map(|need| need.advice(system).map(|advice| (need, advice)))
        .filter(|(need, _)| !need.is_there())
        .map(|(need, advice)| format!("{}: {advice}", need.what))
        .collect();
    if browser {
        missing.push(format!(
            "Chromium か Google Chrome: {}",
            match system {
                System::Fedora => "sudo dnf install chromium",
                System::Arch => "sudo pacman -S chromium",
                System::Mac => "brew install --cask google-chrome",
                System::Windows => "winget install Google.Chrome",
                _ => "chromium",
            }
        ));
    }
    if missing.is_empty() { Ok(()) } else { Err(Trouble::Missing(missing)) }
}

fn libclang_is_there() -> bool {
    if env::var_os("LIBCLANG_PATH").is_some() || on_path("clang").is_some() {
        return true;
    }
    ["/usr/lib", "/usr/lib64", "/usr/local/lib", "/Library/Developer/CommandLineTools/usr/lib"]
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten()
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().starts_with("libclang"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn building_does_not_ask_for_what_only_tests_need() {
        let names: Vec<&str> =
            NEEDS.iter().filter(|need| need.serves(&[Purpose::Build])).map(|need| need.debian[0]).collect();
        assert_eq!(names, ["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev", "librsvg2-dev", "libclang-dev"]);
    }

    #[test]
    fn whoever_drives_or_measures_the_window_can_also_build_it() {
        for purpose in [Purpose::Rust, Purpose::E2e, Purpose::Bench] {
            for need in NEEDS.iter().filter(|need| need.serves(&[Purpose::Build])) {
                assert!(need.serves(&[purpose]), "{purpose:?}: {}", need.what);
            }
        }
    }

    #[test]
    fn windows_is_not_told_to_install_linux_libraries() {
        let advised: Vec<&str> =
            NEEDS.iter().filter(|need| need.advice(System::Windows).is_some()).map(|need| need.what).collect();
        assert_eq!(advised.len(), 5, "{advised:?}");
        assert!(advised.iter().all(|what| !what.contains("GTK")), "{advised:?}");
    }

    #[test]
    fn every_linux_is_told_a_name_for_everything() {
        for system in [System::Debian { ubuntu: false }, System::Fedora, System::Arch, System::OtherLinux] {
            for need in &NEEDS {
                assert!(need.advice(system).is_some(), "{system:?}: {}", need.what);
            }
        }
    }
}
