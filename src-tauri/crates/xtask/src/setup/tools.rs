//! Development programs written in Rust, installed into the cache and not into the person's own.

use std::fs;
use std::path::PathBuf;

use crate::places::Places;
use crate::process::{cargo, command, execute, on_path, probe};
use crate::trouble::Trouble;

/// A program from crates.io.
pub struct Tool {
    /// Its crate and its binary.
    name: &'static str,
    /// The version that gets installed; exact, so that a new release cannot change a result.
    version: &'static str,
    /// The oldest version that will do when it is already there, major and minor;
    /// `None` for a program that does not tell its version.
    oldest: Option<(u32, u32, u32)>,
}

/// Runs the Rust tests. Built with the oldest Rust that the workspace supports.
pub const CARGO_NEXTEST: Tool = Tool { name: "cargo-nextest", version: "0.9.151", oldest: Some((0, 9, 100)) };

/// Checks licences and sources.
pub const CARGO_DENY: Tool = Tool { name: "cargo-deny", version: "0.20.2", oldest: Some((0, 18, 0)) };

/// Speaks WebDriver for the window.
pub const TAURI_DRIVER: Tool = Tool { name: "tauri-driver", version: "2.1.0", oldest: None };

/// Where the program is: the cache's own first, then the person's.
pub fn program(places: &Places, tool: &Tool) -> Option<PathBuf> {
    let own = places.tool(tool.name);
    [own.is_file().then_some(own), on_path(tool.name)].into_iter().flatten().find(|found| will_do(places, tool, found))
}

/// Installs those that are not there. Takes minutes the first time, nothing afterwards.
pub fn install(places: &Places, tools: &[&Tool]) -> Result<(), Trouble> {
    let missing: Vec<&&Tool> = tools.iter().filter(|tool| program(places, tool).is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    // A folder of its own: the lock of the workspace's target folder stays free.
    let building = places.tools.join("building");
    for tool in missing {
        println!("{} を入れます（初回だけ、数分かかります）", tool.name);
        let mut install = cargo(places);
        install.args(["install", tool.name, "--version", tool.version, "--locked", "--force"]);
        install.arg("--root").arg(&places.tools);
        // Not the checkout: its .cargo/config.toml and lints are not meant for other programs.
        install.current_dir(&places.tools);
        install.env("CARGO_TARGET_DIR", &building);
        execute(&mut install)?;
    }
    if building.exists() {
        fs::remove_dir_all(&building).map_err(Trouble::at(&building))?;
    }
    Ok(())
}

fn will_do(places: &Places, tool: &Tool, found: &PathBuf) -> bool {
    let Some(oldest) = tool.oldest else {
        return true;
    };
    // A cargo subcommand expects its own name first.
    let subcommand = tool.name.strip_prefix("cargo-");
    let told = probe(command(places, found).args(subcommand).arg("--version"));
    told.as_deref().and_then(version).is_some_and(|found| found >= oldest)
}

/// The first `1.2.3` in a text such as `cargo-nextest 0.9.143 (60fa45f63 2026-08-04)`.
fn version(text: &str) -> Option<(u32, u32, u32)> {
    text.split_whitespace().find_map(|word| {
        let mut numbers = word.split(['.', '-', '+']).map(str::parse::<u32>);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_found_in_what_a_program_tells() {
        assert_eq!(version("cargo-nextest 0.9.143 (60fa45f63 2026-08-04)\nrelease: x"), Some((0, 9, 143)));
        assert_eq!(version("cargo-deny 0.18.0-rc.1"), Some((0, 18, 0)));
        assert_eq!(version("no number here 1.2"), None);
    }

    #[test]
    fn what_gets_installed_would_also_do() {
        for tool in [&CARGO_NEXTEST, &CARGO_DENY] {
            assert!(version(tool.version) >= tool.oldest, "{}", tool.name);
        }
    }
}
