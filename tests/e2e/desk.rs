//! Many items at once, bars by keyboard, the commands: what a person does in the weeks before a meeting.

use fantoccini::key::Key;

use crate::files::{Account, written};
use crate::grid;
use crate::window::Window;

/// What the grid shows in a column of an item, by its heading and the words of its name.
fn cell(item: &str, heading: &str) -> String {
    format!(
        "const head = [...document.querySelectorAll('[data-head]')].find((one) => one.textContent.trim() === '{heading}');\
         const row = [...document.querySelectorAll('[role=row][data-index]')].find((one) => one.textContent.includes('{item}'));\
         const at = head?.getAttribute('aria-colindex');\
         return row?.querySelector(`[aria-colindex='${{at}}']`)?.textContent ?? ''"
    )
}

async fn undo_says(window: &Window, words: &str) {
    let script = format!("return document.querySelector(\"[data-testid='undo']\").textContent.includes('{words}')");
    window.until(&format!("undo says {words}"), &script).await;
}

#[tokio::test]
async fn three_items_are_judged_by_one_key_and_their_bars_moved_together() {
    let account = Account::new();
    let path = account.sample();
    let window = Window::open(&account, &[&path]).await;
    window.click("nav-progress").await;
    grid::enter(&window, "多様な手法による市民参加の推進").await;
    window.chord([Key::Shift], Key::Down).await;
    window.chord([Key::Shift], Key::Down).await;
    window.chord([Key::Alt], '3').await;
    undo_says(&window, "3項目の評価「遅れ」の入力").await;
    window.rest().await;
    window.picture("desk-judged").await;

    // The same words stand in all three, and go again in one step.
    let late = cell("協働事業提案制度の充実", "評価");
    window.until("the second item is late", &late.replace("?? ''", "?.includes('遅れ') ?? false")).await;
    window.click("undo").await;
    window.until("it is as it was", &late.replace("?? ''", "?.includes('遅れ') === false")).await;

    // Bars: one item cannot go beyond the schedule unless it is cut.
    window.click("nav-schedule").await;
    window.see("schedule").await;
    window.click("button-shift").await;
    window.see("shift-do").await;
    window.picture("desk-shift").await;
    window.click("shift-do").await;
    window.reads("年度スケジュール（令和3年度～令和6年度）の外に出ます").await;
    window.picture("desk-refused").await;
    window.press(Key::Escape).await;

    // The commands: by kana, to another screen.
    window.chord([Key::Control, Key::Shift], 'p').await;
    window.see("palette-words").await;
    window.picture("desk-palette").await;
    window.keys("しんちょく").await;
    window.picture("desk-palette-found").await;
    window.press(Key::Enter).await;
    window.see("grid-progress").await;

    // The form of the chosen item is printed beside the file.
    grid::enter(&window, "多様な手法による市民参加の推進").await;
    window.chord([Key::Control], 'p').await;
    let pdf = written(account.home(), "pdf").await;
    assert!(std::fs::read(&pdf).expect("the form").starts_with(b"%PDF"), "a PDF");

    // What the table is narrowed to is still there after a restart.
    window.chord([Key::Control, Key::Shift], 'l').await;
    window.see("filter-holds").await;
    window.keys("市民").await;
    window.press(Key::Enter).await;
    window.reads("「市民」を含む").await;
    window.reads("/ 28").await;
    window.picture("desk-narrowed").await;
    tokio::time::sleep(std::time::Duration::from_millis(900)).await;
    window.close().await;
    let window = Window::open(&account, &[&path]).await;
    window.click("nav-progress").await;
    window.reads("「市民」を含む").await;
    window.close().await;
}
