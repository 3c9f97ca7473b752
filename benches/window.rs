//! From the start of the program to a visible window, against a window of the same framework with
//! nothing in it.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test or benchmark that cannot go on says why and ends"
)]

mod ratio;

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use ratio::{Runner, compare, here, program};

/// Set for the second role of this program: to be the bare window.
const BARE: &str = "KAIKAKU_BARE_WINDOW";

fn main() {
    if std::env::var_os(BARE).is_some() {
        return bare();
    }
    if !here("xdotool") {
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let ours = program("KAIKAKU_APP");
    let own = std::env::current_exe().expect("this program");
    let start = |mut command: Command| {
        command.env("HOME", home.path()).env("XDG_CONFIG_HOME", home.path());
        visible(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the window starts"))
    };
    let runners = vec![
        Runner::timed("改革工房", || start(Command::new(&ours))),
        Runner::timed("空のウィンドウ", || {
            let mut command = Command::new(&own);
            command.env(BARE, "1");
            start(command)
        }),
    ];
    compare("起動からウィンドウが見えるまで", 9, Some(2.0), runners);
}

/// Waits until a window of the process can be seen, ends it and answers how long that took.
fn visible(mut window: Child) -> Duration {
    let begun = Instant::now();
    let id = window.id().to_string();
    let seen = loop {
        let search = Command::new("xdotool").args(["search", "--onlyvisible", "--pid", &id]).output();
        if search.is_ok_and(|found| !found.stdout.is_empty()) {
            break begun.elapsed();
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "no window appears");
    };
    window.kill().expect("the window ends");
    window.wait().expect("the window ended");
    seen
}

fn bare() {
    let mut context: tauri::Context<tauri::Wry> = tauri::generate_context!();
    for window in &mut context.config_mut().app.windows {
        window.visible = true;
        window.url = tauri::WebviewUrl::External("about:blank".parse().expect("an address"));
    }
    tauri::Builder::default().run(context).expect("a window");
}
