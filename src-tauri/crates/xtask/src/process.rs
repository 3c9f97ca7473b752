//! Starting other programs.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::places::Places;
use crate::trouble::Trouble;

/// A command in the checkout with the build cache and the development programs at hand.
pub fn command(places: &Places, program: impl AsRef<Path>) -> Command {
    let mut command = Command::new(program.as_ref());
    command.current_dir(&places.root);
    prepare(places, &mut command);
    command
}

/// The same cargo that started this program.
pub fn cargo(places: &Places) -> Command {
    command(places, cargo_program())
}

/// The path of that cargo.
pub fn cargo_program() -> PathBuf {
    env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from)
}

/// `npm …` in `ui/`.
pub fn npm(places: &Places) -> Command {
    let mut npm = command(places, if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(places.ui());
    npm
}

fn prepare(places: &Places, command: &mut Command) {
    // `cargo run` describes xtask itself in these variables; a cargo started from here would
    // take them for changes and build again what is already built.
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(describes_this_package) {
            command.env_remove(name);
        }
    }
    command.env("CARGO_TARGET_DIR", &places.target);
    let bin = places.tools.join("bin");
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(bin).chain(env::split_paths(&path));
    if let Ok(joined) = env::join_paths(folders) {
        command.env("PATH", joined);
    }
}

fn describes_this_package(name: &str) -> bool {
    name.starts_with("CARGO_PKG_")
        || name.starts_with("CARGO_MANIFEST_")
        || name.starts_with("CARGO_BIN_")
        || matches!(name, "CARGO" | "CARGO_CRATE_NAME" | "CARGO_PRIMARY_PACKAGE" | "OUT_DIR")
}

/// Shows the command line, runs it with its output passed through, and fails when it fails.
pub fn execute(command: &mut Command) -> Result<(), Trouble> {
    let line = shown(command);
    println!("$ {line}");
    let status = command.status().map_err(|source| Trouble::NotStarted { line: line.clone(), source })?;
    if status.success() { Ok(()) } else { Err(Trouble::Failed { line, code: status.code() }) }
}

/// Runs quietly and gives the standard output; its standard error is passed through.
pub fn capture(command: &mut Command) -> Result<Vec<u8>, Trouble> {
    let line = shown(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|source| Trouble::NotStarted { line: line.clone(), source })?;
    if output.status.success() { Ok(output.stdout) } else { Err(Trouble::Failed { line, code: output.status.code() }) }
}

/// Standard output when the command runs and succeeds without a word on standard error shown.
pub fn probe(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first program of that name on the search path.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let file = OsString::from(format!("{name}{}", env::consts::EXE_SUFFIX));
    env::split_paths(&path).map(|folder| folder.join(&file)).find(|found| found.is_file())
}

/// How a command line is shown: the program's name without its folder, paths from the folder
/// it runs in, arguments quoted where a shell would need it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let mut line = name.to_string_lossy().into_owned();
    for argument in command.get_args() {
        let path = Path::new(argument);
        let short = command
            .get_current_dir()
            .and_then(|folder| path.strip_prefix(folder).ok())
            .unwrap_or(path)
            .to_string_lossy();
        line.push(' ');
        if short.is_empty() || short.contains(|it: char| it.is_whitespace() || "'\"*$()".contains(it)) {
            line.push_str(&format!("'{short}'"));
        } else {
            line.push_str(&short);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_shown_as_one_would_type_it() {
        let mut command = Command::new("/usr/bin/cargo");
        command.args(["nextest", "run", "-E", "not binary(e2e)"]);
        assert_eq!(shown(&command), "cargo nextest run -E 'not binary(e2e)'");
    }

    #[test]
    fn paths_are_shown_from_the_folder_of_the_command() {
        let mut command = Command::new("kaikaku");
        command.current_dir("/checkout").args(["show", "/checkout/out/a.kaikaku", "/else/b"]);
        assert_eq!(shown(&command), "kaikaku show out/a.kaikaku /else/b");
    }

    #[test]
    fn only_what_describes_xtask_is_taken_away() {
        for name in ["CARGO_PKG_NAME", "CARGO_MANIFEST_DIR", "CARGO_BIN_NAME", "OUT_DIR"] {
            assert!(describes_this_package(name), "{name}");
        }
        for name in ["CARGO_HOME", "CARGO_TARGET_DIR", "CARGO_NET_OFFLINE", "CARGO_INCREMENTAL"] {
            assert!(!describes_this_package(name), "{name}");
        }
    }

    #[test]
    fn a_command_that_fails_reports_its_code() {
        let mut command = Command::new(cargo_program());
        command.arg("--no-such-option").stderr(Stdio::null());
        assert!(matches!(execute(&mut command), Err(Trouble::Failed { code: Some(_), .. })));
    }

    #[test]
    fn a_program_that_is_not_there_is_told_apart_from_one_that_fails() {
        let mut command = Command::new("no-such-program-anywhere");
        assert!(matches!(execute(&mut command), Err(Trouble::NotStarted { .. })));
        assert_eq!(on_path("no-such-program-anywhere"), None);
    }
}
