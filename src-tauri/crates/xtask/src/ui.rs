//! The page: its checks and its build.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::browser;
use crate::places::Places;
use crate::process::{execute, npm};
use crate::steps::Steps;
use crate::trouble::Trouble;

/// Types, lint, unit tests, build, and Japanese input in a real browser.
pub fn check(places: &Places, steps: &mut Steps) -> Result<(), Trouble> {
    steps.step("文言の鍵", || execute(npm(places).args(["run", "texts", "--", "--check"])))?;
    steps.step("svelte-check / tsc", || execute(npm(places).args(["run", "check"])))?;
    steps.step("eslint", || execute(npm(places).args(["run", "lint"])))?;
    steps.step("vitest", || execute(npm(places).args(["run", "test"])))?;
    steps.step("日本語入力（Chromium）", || {
        let mut ime = npm(places);
        ime.args(["run", "ime"]);
        if let Some(program) = browser::find().or_else(|| browser::downloaded(places)) {
            ime.env(browser::VARIABLE, program);
        }
        execute(&mut ime)
    })
}

/// Builds `ui/dist` when a source is newer than it.
pub fn build(places: &Places) -> Result<(), Trouble> {
    let built = modified(&places.ui().join("dist/index.html"));
    let newest = newest_source(places);
    if built.is_some() && newest <= built {
        println!("ui/dist は最新です");
        return Ok(());
    }
    execute(npm(places).args(["run", "build"]))
}

/// When a source of the page was last touched; a folder counts, so that a removed file does.
fn newest_source(places: &Places) -> Option<SystemTime> {
    let ui = places.ui();
    let own = ["src", "public", "scripts"].map(|name| ui.join(name));
    let shared = [places.root.join("assets/locales"), places.root.join("assets/fonts")];
    let files = fs::read_dir(&ui).into_iter().flatten().flatten();
    let files = files.map(|entry| entry.path()).filter(|path| path.is_file());
    own.into_iter().chain(shared).chain(files).filter_map(|path| newest_below(&path)).max()
}

fn newest_below(path: &Path) -> Option<SystemTime> {
    let own = modified(path);
    if !path.is_dir() {
        return own;
    }
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.map(|entry| newest_below(&entry.path())).fold(own, Option::max)
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|about| about.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_as_new_as_the_newest_thing_in_it() {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let here = modified(&own.join("src/ui.rs"));
        assert!(here.is_some());
        assert!(newest_below(own) >= here);
        assert_eq!(newest_below(&own.join("no-such-folder")), None);
    }
}
