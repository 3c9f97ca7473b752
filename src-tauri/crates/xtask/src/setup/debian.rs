//! Debian and Ubuntu: packages that are missing are installed with apt-get.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::needs::{NEEDS, PEERS, Purpose};
use crate::process::{execute, on_path, probe};
use crate::trouble::Trouble;

const LISTS: &str = "/var/lib/apt/lists";

/// Installs what these purposes need and is not there.
///
/// Nothing but one `dpkg-query` runs when everything is there.
pub fn install(purposes: &[Purpose], browser: bool) -> Result<(), Trouble> {
    let mut wanted: Vec<&[&str]> = NEEDS.iter().filter(|need| need.serves(purposes)).map(|need| need.debian).collect();
    if purposes.contains(&Purpose::Bench) {
        wanted.extend(PEERS.iter().map(std::slice::from_ref));
    }
    if browser {
        wanted.push(&["chromium"]);
    }
    let missing = missing(&wanted, &listing(&wanted));
    if missing.is_empty() {
        return Ok(());
    }
    let Some(privilege) = privilege() else {
        return Err(Trouble::Missing(vec![format!(
            "管理者として / as root: apt-get update && apt-get install --no-install-recommends {}",
            missing.join(" ")
        )]));
    };
    println!("入っていないパッケージ: {}", missing.join(" "));
    let had_lists = lists_are_there(Path::new(LISTS));
    if !had_lists {
        execute(&mut apt_get(&privilege, &["update"]))?;
    }
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(&missing);
    match execute(&mut apt_get(&privilege, &arguments)) {
        // Old lists name versions that the mirror no longer has.
        Err(Trouble::Failed { .. }) if had_lists => {
            execute(&mut apt_get(&privilege, &["update"]))?;
            execute(&mut apt_get(&privilege, &arguments))
        }
        other => other,
    }
}

/// What dpkg says of all these packages, one `name status` on each line.
fn listing(wanted: &[&[&str]]) -> String {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${Package} ${db:Status-Status}\n"]);
    query.args(wanted.iter().copied().flatten());
    // dpkg-query fails when it has never heard of one of them; what it prints is still right.
    query.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

/// The first of each set of alternatives of which none is installed.
fn missing<'a>(wanted: &[&[&'a str]], listing: &str) -> Vec<&'a str> {
    let installed: Vec<&str> = listing.lines().filter_map(|line| line.strip_suffix(" installed")).collect();
    wanted
        .iter()
        .filter(|alternatives| !alternatives.iter().any(|name| installed.contains(name)))
        .filter_map(|alternatives| alternatives.first().copied())
        .collect()
}

fn lists_are_there(folder: &Path) -> bool {
    fs::read_dir(folder)
        .is_ok_and(|entries| entries.flatten().any(|entry| entry.file_name().to_string_lossy().contains("_Packages")))
}

/// What to put before `apt-get`: nothing for root, else sudo; `None` when there is neither.
fn privilege() -> Option<Vec<&'static str>> {
    let root = probe(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if root { Some(Vec::new()) } else { on_path("sudo").map(|_| vec!["sudo"]) }
}

fn apt_get(privilege: &[&str], arguments: &[&str]) -> Command {
    let mut words = privilege.to_vec();
    words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    words.extend(arguments);
    let mut command = Command::new(words[0]);
    command.args(&words[1..]);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTED: [&[&str]; 3] = [&["xvfb"], &["libreoffice-calc-nogui", "libreoffice-calc"], &["qpdf"]];

    #[test]
    fn only_what_is_installed_counts() {
        let listing = "xvfb installed\nqpdf config-files\n";
        assert_eq!(missing(&WANTED, listing), ["libreoffice-calc-nogui", "qpdf"]);
    }

    #[test]
    fn one_of_the_alternatives_is_enough() {
        let listing = "xvfb installed\nlibreoffice-calc installed\nqpdf installed\n";
        assert!(missing(&WANTED, listing).is_empty());
    }

    #[test]
    fn a_machine_without_dpkg_answers_misses_everything() {
        assert_eq!(missing(&WANTED, "").len(), 3);
    }

    #[test]
    fn apt_never_asks_and_goes_through_sudo_when_told() {
        let line = |command: Command| {
            let mut words = vec![command.get_program().to_owned()];
            words.extend(command.get_args().map(ToOwned::to_owned));
            words.join(std::ffi::OsStr::new(" ")).into_string().expect("text")
        };
        let update = "env DEBIAN_FRONTEND=noninteractive apt-get update";
        assert_eq!(line(apt_get(&[], &["update"])), update);
        assert_eq!(line(apt_get(&["sudo"], &["update"])), format!("sudo {update}"));
    }

    #[test]
    fn a_folder_without_lists_is_seen() {
        assert!(!lists_are_there(Path::new("/nowhere/at/all")));
    }
}
