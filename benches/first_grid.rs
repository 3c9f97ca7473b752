//! From a file on the disk to the first table on the screen, in the real window, as the file grows.

#![allow(
    dead_code,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test or benchmark that cannot go on says why and ends"
)]

#[path = "../tests/e2e/files.rs"]
mod files;
mod programme;
mod ratio;
#[path = "../tests/e2e/window.rs"]
mod window;

use std::time::{Duration, Instant};

use files::Account;
use ratio::{Runner, grow};
use window::Window;
use workbench::Workbench;

/// Goes to a screen and answers after how many milliseconds its rows were drawn.
const SHOW: &str = "\
const [screen, done] = arguments;\
const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));\
(async () => {\
  document.querySelector(\"[data-testid='nav-home']\").click();\
  while (document.querySelector('main [data-index]')) await frame();\
  const begun = performance.now();\
  document.querySelector(`[data-testid='nav-${screen}']`).click();\
  while (document.querySelectorAll('main [data-index]').length < 6) await frame();\
  await frame();\
  return performance.now() - begun;\
})().then(done, (error) => done(String(error)));";

fn main() {
    if std::env::var_os("KAIKAKU_NATIVE_DRIVER").is_none() {
        println!("  （ウィンドウを操るドライバーがないため省略）");
        return;
    }
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let opened: Vec<(usize, Account, Window)> = [5000, 1000, 100]
        .map(|items| {
            let account = Account::new();
            let path = account.home().join("開く.kaikaku");
            drop(Workbench::create(&path, &programme::grown(items, 10)).expect("a file"));
            // The window keeps its file to itself; the one that is timed is its twin.
            let shown = account.home().join("示す.kaikaku");
            std::fs::copy(&path, &shown).expect("a copy");
            let window = runtime.block_on(Window::open(&account, &[&shown]));
            (items, account, window)
        })
        .into();
    let runners = opened.iter().map(|(items, account, window)| {
        let (path, runtime) = (account.home().join("開く.kaikaku"), &runtime);
        Runner::timed(&format!("{items}項目×10年"), move || {
            let begun = Instant::now();
            drop(Workbench::open(&path).expect("the file"));
            let opened = begun.elapsed();
            let script = window.client.execute_async(SHOW, vec!["plan".into()]);
            let shown = runtime.block_on(script).expect("the script runs");
            opened + Duration::from_secs_f64(shown.as_f64().unwrap_or_else(|| panic!("{shown}")) / 1000.0)
        })
    });
    grow("開いて最初の表が画面に出るまで", 9, Duration::from_secs(1), runners.collect());
    for (_, _, window) in opened {
        runtime.block_on(window.close());
    }
}
