//! The grid as a person at the keyboard sees it: the active cell, its column, its text.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::key::Key;

use crate::window::Window;

/// The active cell: the one the field with the focus stands over.
const CELL: &str = "const field = document.activeElement;\
     const cell = document.getElementById(field?.getAttribute('aria-activedescendant') ?? '');";

/// Clicks the cell with exactly the words given; from there on the keyboard goes.
pub async fn enter(window: &Window, words: &str) {
    let cell = format!("//*[@role='gridcell'][normalize-space(.)='{words}']");
    let begun = Instant::now();
    loop {
        if let Ok(element) = window.client.find(Locator::XPath(&cell)).await
            && element.click().await.is_ok()
        {
            break;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "no cell 「{words}」\n{}", window.text().await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let script = format!("{CELL} return field?.tagName === 'TEXTAREA' && cell !== null");
    window.until("the grid has the keyboard", &script).await;
}

/// Presses → until the active cell stands in the column with the heading given.
pub async fn walk_to(window: &Window, heading: &str) {
    let script = format!(
        "{CELL} const at = cell?.getAttribute('aria-colindex');\
         const head = document.querySelector(`[role=columnheader][aria-colindex='${{at}}'][data-head]`);\
         return head?.textContent?.trim() ?? ''"
    );
    for _ in 0..60 {
        let here = window.ask(&script).await;
        if here.as_str().is_some_and(|here| here.starts_with(heading)) {
            return;
        }
        window.press(Key::Right).await;
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    panic!("no column 「{heading}」 to the right\n{}", window.text().await);
}

/// Waits until the active cell reads as given, marks of its kind apart.
pub async fn until_active(window: &Window, text: &str) {
    window
        .until(&format!("the cell reads {text}"), &format!("{CELL} return cell?.textContent?.includes('{text}')"))
        .await;
}
