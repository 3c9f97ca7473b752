//! Journeys of a person through the real window. `cargo xtask test --only e2e` runs them.

mod window;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::key::Key;
use window::{Account, Window};

/// Files with the ending given below a folder.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
    found
}

/// Waits for a file with the ending given; exports are written beside the programme.
async fn written(folder: &Path, ending: &str) -> PathBuf {
    let begun = Instant::now();
    loop {
        if let Some(path) = files(folder, ending).into_iter().next() {
            return path;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "no .{ending} is written below {}", folder.display());
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test]
async fn a_damaged_file_gives_a_message_and_no_empty_programme() {
    let account = Account::new();
    let path = account.home().join("壊れた.kaikaku");
    account.kaikaku(&["sample", &path.display().to_string()]);
    let mut bytes = std::fs::read(&path).expect("the file");
    for byte in &mut bytes[4096..12288] {
        *byte ^= 0x5a;
    }
    std::fs::write(&path, &bytes).expect("the damaged file");
    let window = Window::open(&account, &[&path]).await;
    window.reads("ファイルが壊れています").await;
    window.see("file-sample").await;
    window.picture("damaged").await;
    window.close().await;
    assert_eq!(std::fs::read(&path).expect("the file"), bytes, "nothing was written to it");
}

#[tokio::test]
async fn from_the_sample_to_a_council_chart_and_back() {
    let account = Account::new();
    let window = Window::open(&account, &[]).await;
    window.picture("home-empty").await;
    window.click("file-sample").await;
    window.reads("みどり野市").await;
    window.picture("home").await;
    let programme = written(account.home(), "kaikaku").await;

    window.click("nav-fiscal").await;
    window.see("chart-picture").await;
    let before = picture(&window).await;
    // The person goes to the last figure of the first series by keyboard and types over it.
    window.click("grid-fiscal").await;
    window.keys(&format!("{}{}", char::from(Key::Control), char::from(Key::Home))).await;
    window.press(Key::NullKey).await;
    window.until("the grid has the focus", "return document.activeElement?.tagName === 'TEXTAREA'").await;
    let row = cell(&window).await;
    assert!(row.is_some(), "a cell is active");
    while !header(&window).await.contains("R6") && !header(&window).await.contains("令和6年度") {
        window.press(Key::Right).await;
    }
    window.keys("99.9%").await;
    window.press(Key::Enter).await;
    window.until("the chart changes", &format!("return {PICTURE} !== '' && {PICTURE} !== {before:?}")).await;
    window.picture("fiscal").await;
    let changed = account.kaikaku(&["show", &programme.display().to_string(), "--json"]);
    let _ = changed;
    window.close().await;
}

const PICTURE: &str = "(document.querySelector(\"[data-testid='chart-picture']\")?.src ?? '')";

async fn picture(window: &Window) -> String {
    window.ask(&format!("return {PICTURE}")).await.as_str().unwrap_or_default().to_owned()
}

async fn cell(window: &Window) -> Option<String> {
    let script = "return document.querySelector('[aria-activedescendant]')?.getAttribute('aria-activedescendant') ?? null";
    window.ask(script).await.as_str().map(str::to_owned)
}

async fn header(window: &Window) -> String {
    let _ = window;
    String::new()
}
