//! The build cache serves several checkouts, one after the other.

use std::fs;
use std::path::Path;

use crate::places::Places;
use crate::trouble::Trouble;

/// Names the checkout that built last, in the cache.
const MARK: &str = "checkout.txt";

/// Makes the cache that of this checkout: what another one built of its own crates is forgotten.
///
/// Cargo knows a crate of a workspace by its place within it and by the age of its sources, so it
/// would take the other's for ours. Libraries are the same for all checkouts and stay.
pub fn claim(places: &Places) -> Result<(), Trouble> {
    let mark = places.target.join(MARK);
    let own = places.root.display().to_string();
    if fs::read_to_string(&mark).is_ok_and(|last| last == own) {
        return Ok(());
    }
    let crates = own_crates(&places.root);
    for profile in ["debug", "release"] {
        forget(&places.target.join(profile).join(".fingerprint"), &crates)?;
    }
    fs::write(&mark, own).map_err(Trouble::at(&mark))
}

/// Names of the packages of the workspace.
fn own_crates(root: &Path) -> Vec<String> {
    let below = fs::read_dir(root.join("src-tauri/crates")).into_iter().flatten().flatten();
    let mut names: Vec<String> = below.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.push("kaikaku-kobo".to_owned());
    names
}

/// Removes what cargo remembers of these crates: folders called name-hash.
fn forget(fingerprints: &Path, crates: &[String]) -> Result<(), Trouble> {
    for entry in fs::read_dir(fingerprints).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.rsplit_once('-').is_some_and(|(name, _)| crates.iter().any(|own| own == name)) {
            fs::remove_dir_all(entry.path()).map_err(Trouble::at(&entry.path()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on says why and ends")]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn another_checkout_builds_its_own_crates_anew() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3).unwrap().to_path_buf();
        let target = folder.join("target");
        let prints = target.join("debug/.fingerprint");
        let made = |name: &str| prints.join(name);
        for name in ["domain-0123456789abcdef", "kaikaku-kobo-0123456789abcdef", "serde-0123456789abcdef"] {
            fs::create_dir_all(made(name)).unwrap();
        }
        let places = Places { root: root.clone(), target, tools: folder.join("tools") };
        claim(&places).unwrap();
        assert!(!made("domain-0123456789abcdef").exists() && !made("kaikaku-kobo-0123456789abcdef").exists());
        assert!(made("serde-0123456789abcdef").exists(), "libraries stay");
        fs::create_dir_all(made("domain-0123456789abcdef")).unwrap();
        claim(&places).unwrap();
        assert!(made("domain-0123456789abcdef").exists(), "the same checkout keeps what it built");
        claim(&Places { root: folder.join("another"), ..places }).unwrap();
        assert!(!made("kaikaku-kobo-0123456789abcdef").exists());
    }
}
