//! Node and the page's packages.

use std::fs;
use std::path::Path;

use crate::places::Places;
use crate::process::{command, execute, npm, probe};
use crate::trouble::Trouble;

/// The oldest Node that Vite runs on.
const OLDEST: (u32, u32) = (20, 19);

/// Makes sure that a Node new enough and npm are there.
pub fn present(places: &Places) -> Result<(), Trouble> {
    let node = probe(command(places, "node").arg("--version"));
    if node.as_deref().and_then(version).is_none_or(|found| found < OLDEST) {
        let found = node.map_or_else(String::new, |text| format!("（今は {}）", text.trim()));
        return Err(Trouble::Missing(vec![format!(
            "Node.js {}.{} 以降{found}: https://nodejs.org/",
            OLDEST.0, OLDEST.1
        )]));
    }
    if probe(npm(places).arg("--version")).is_none() {
        return Err(Trouble::Missing(vec!["npm: https://nodejs.org/".into()]));
    }
    Ok(())
}

/// `npm ci`, when the lock file or Node is another one than at the last time.
pub fn packages(places: &Places) -> Result<(), Trouble> {
    let lock = places.ui().join("package-lock.json");
    let lock_text = fs::read(&lock).map_err(Trouble::at(&lock))?;
    let node = probe(command(places, "node").arg("--version")).unwrap_or_default();
    // The stamp is inside the folder it speaks of: it goes when the folder goes.
    let installed = places.ui().join("node_modules");
    let stamp = installed.join(".installed-from");
    if is_current(&stamp, &node, &lock_text) {
        return Ok(());
    }
    execute(npm(places).args(["ci", "--no-audit", "--no-fund"]))?;
    fs::create_dir_all(&installed).map_err(Trouble::at(&installed))?;
    fs::write(&stamp, stamp_text(&node, &lock_text)).map_err(Trouble::at(&stamp))
}

fn is_current(stamp: &Path, node: &str, lock: &[u8]) -> bool {
    fs::read(stamp).is_ok_and(|text| text == stamp_text(node, lock))
}

/// The lock file itself, so that no two can be taken for each other.
fn stamp_text(node: &str, lock: &[u8]) -> Vec<u8> {
    let mut text = node.trim().as_bytes().to_vec();
    text.push(b'\n');
    text.extend_from_slice(lock);
    text
}

/// Major and minor of `v20.19.1`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().strip_prefix('v')?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(version("v20.9.0\n").expect("read") < OLDEST);
        assert!(version("v20.19.0\n").expect("read") >= OLDEST);
        assert!(version("v22.1.0").expect("read") >= OLDEST);
        assert_eq!(version("20.1.0"), None);
    }

    #[test]
    fn another_lock_file_or_another_node_is_installed_anew() {
        let first = stamp_text("v20.19.0\n", b"{}");
        assert_eq!(first, stamp_text("v20.19.0", b"{}"));
        assert_ne!(first, stamp_text("v22.0.0", b"{}"));
        assert_ne!(first, stamp_text("v20.19.0", b"{ }"));
        assert!(!is_current(Path::new("/nowhere/.installed-from"), "v20.19.0", b"{}"));
    }
}
