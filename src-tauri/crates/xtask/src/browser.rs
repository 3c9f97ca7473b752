//! The browser in which Japanese input is tested without a display.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::places::Places;
use crate::process::{capture, command, execute, on_path, probe};
use crate::trouble::Trouble;

/// The variable that names the browser, read by the tests of the page.
pub const VARIABLE: &str = "KAIKAKU_CHROMIUM";

/// A Chromium that starts: the one named in the environment, or the first that is installed.
///
/// On Ubuntu `chromium-browser` may be a pointer to a snap that is not there, so being
/// on the search path is not enough.
pub fn find() -> Option<PathBuf> {
    if let Some(named) = env::var_os(VARIABLE) {
        return Some(named.into());
    }
    if cfg!(windows) {
        return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
            .iter()
            .filter_map(env::var_os)
            .map(|folder| PathBuf::from(folder).join(r"Google\Chrome\Application\chrome.exe"))
            .find(|program| program.is_file());
    }
    let mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    ["chromium", "google-chrome-stable", "google-chrome", "chromium-browser"]
        .iter()
        .filter_map(|name| on_path(name))
        .chain(mac.is_file().then_some(mac))
        .find(|program| probe(Command::new(program).arg("--version")).is_some())
}

/// Lets playwright-core fetch its own build, with the system libraries it needs.
pub fn download(places: &Places) -> Result<(), Trouble> {
    if downloaded(places).is_some() {
        return Ok(());
    }
    let mut install = playwright(places);
    install.args(["node_modules/playwright-core/cli.js", "install", "--with-deps", "chromium"]);
    execute(&mut install)
}

/// The browser that [`download`] fetched.
pub fn downloaded(places: &Places) -> Option<PathBuf> {
    let mut ask = playwright(places);
    ask.args(["-p", "require('playwright-core').chromium.executablePath()"]);
    let path = String::from_utf8(capture(&mut ask).ok()?).ok()?;
    Some(PathBuf::from(path.trim())).filter(|program| program.is_file())
}

fn playwright(places: &Places) -> Command {
    let mut node = command(places, "node");
    node.current_dir(places.ui());
    node.env("PLAYWRIGHT_BROWSERS_PATH", places.tools.join("browsers"));
    node
}
