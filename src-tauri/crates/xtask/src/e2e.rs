//! Journeys through the real window.

use std::env;
use std::fs;
use std::process::Command;

use crate::display::VirtualDisplay;
use crate::places::Places;
use crate::process::{cargo_program, command, execute, on_path};
use crate::setup;
use crate::steps::Steps;
use crate::trouble::Trouble;

/// The feature with which the app serves its page from inside the binary.
pub const EMBEDDED_PAGE: [&str; 2] = ["--features", "kaikaku-kobo/custom-protocol"];

/// The targets of a build of the programs. The small test among them makes cargo choose the features
/// that the test runs choose too: without it every library would be compiled a second time.
pub const PROGRAMS: [&str; 4] = ["--workspace", "--bins", "--test", "ipc"];

/// Runs the `e2e` profile of nextest against the app that was built before.
///
/// The tests find the app, the command line program and the drivers in `KAIKAKU_APP`,
/// `KAIKAKU_CLI`, `KAIKAKU_DRIVER` and `KAIKAKU_NATIVE_DRIVER`, and put pictures of a failure
/// into `KAIKAKU_E2E_OUT`.
pub fn run(places: &Places, steps: &mut Steps) -> Result<(), Trouble> {
    if cfg!(target_os = "macos") {
        steps.skip("E2E", "macOS の WKWebView には WebDriver がないため省略");
        return Ok(());
    }
    steps.step("E2E（実際のウィンドウ）", || {
        let journeys = ["nextest", "run", "--workspace", "--profile", "e2e"];
        let display = if cfg!(windows) { None } else { Some(VirtualDisplay::start()?) };
        let mut tests = match &display {
            Some(display) => {
                let mut session = command(places, "dbus-run-session");
                session.arg("--").arg(cargo_program());
                display.lend(&mut session);
                session
            }
            None => command(places, cargo_program()),
        };
        tests.args(journeys).args(EMBEDDED_PAGE);
        describe(places, &mut tests)?;
        execute(&mut tests)
    })
}

/// Sets what the tests read from the environment.
fn describe(places: &Places, tests: &mut Command) -> Result<(), Trouble> {
    let pictures = places.target.join("e2e");
    tests.env("KAIKAKU_E2E_OUT", &pictures);
    // Settings of an earlier run, or of the person, must not decide a test.
    let home = pictures.join("home");
    if home.exists() {
        fs::remove_dir_all(&home).map_err(Trouble::at(&home))?;
    }
    fs::create_dir_all(&home).map_err(Trouble::at(&home))?;
    for (variable, folder) in [
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_CACHE_HOME", "cache"),
    ] {
        tests.env(variable, home.join(folder));
    }
    programs(places, tests, false);
    if env::var_os("LC_ALL").is_none() {
        tests.env("LC_ALL", "C.UTF-8");
    }
    Ok(())
}

/// Names the programs under test and the drivers of their window.
pub fn programs(places: &Places, tests: &mut Command, release: bool) {
    tests.env("KAIKAKU_APP", places.binary("kaikaku-kobo", release));
    tests.env("KAIKAKU_CLI", places.binary("kaikaku", release));
    if let Some(driver) = setup::tool(places, &setup::TAURI_DRIVER) {
        tests.env("KAIKAKU_DRIVER", driver);
    }
    let native = if cfg!(windows) { "msedgedriver" } else { "WebKitWebDriver" };
    if let Some(driver) = on_path(native) {
        tests.env("KAIKAKU_NATIVE_DRIVER", driver);
    }
    // Without these WebKitGTK asks a GPU that a virtual display does not have.
    tests.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    tests.env("LIBGL_ALWAYS_SOFTWARE", "1");
    tests.env("NO_AT_BRIDGE", "1");
}
