//! Five thousand items in the real window: nothing is blank while a person scrolls.

use workbench::Workbench;

use crate::files::Account;
use crate::programme;
use crate::window::Window;

/// Scrolls up and down, near and far, and answers where after a frame no row stood.
const BLANKS: &str = "\
const done = arguments[arguments.length - 1];\
(async () => {\
  const found = [];\
  const jumps = [40, 400, 4000, 40000, 90000, 89000, 140000, 100, 120000, 50, 0];\
  for (const scroller of document.querySelectorAll('main .scroller')) {\
    const bounds = scroller.getBoundingClientRect();\
    const heads = [...scroller.querySelectorAll('[role=columnheader]')].map((cell) => cell.getBoundingClientRect().bottom);\
    const begin = Math.max(bounds.top + 60, ...heads.map((bottom) => bottom + 2));\
    for (const top of [...jumps, ...Array.from({ length: 30 }, (_, at) => at * 137)]) {\
      scroller.scrollTop = top;\
      await new Promise((settled) => requestAnimationFrame(() => setTimeout(settled)));\
      for (let y = begin; y < bounds.bottom - 20; y += 29) {\
        const here = document.elementFromPoint(bounds.left + 110, y);\
        if (!here?.closest('[data-index], [data-row], [role=treeitem]')) found.push([top, scroller.scrollTop, y, String(here?.className)]);\
      }\
    }\
  }\
  return found;\
})().then(done, (error) => done(String(error)));";

#[tokio::test]
async fn five_thousand_items_scroll_without_a_blank_row() {
    let account = Account::new();
    let path = account.home().join("大きな市.kaikaku");
    drop(Workbench::create(&path, &programme::grown(5000, 10)).expect("a file"));
    let window = Window::open(&account, &[&path]).await;
    for (screen, seen) in [("plan", "grid-plan"), ("progress", "grid-progress"), ("schedule", "schedule")] {
        window.click(&format!("nav-{screen}")).await;
        window.see(seen).await;
        window
            .until(
                "the rows are there",
                "return document.querySelectorAll('main [data-index], main [data-row]').length > 5",
            )
            .await;
        let blanks = window.client.execute_async(BLANKS, Vec::new()).await.expect("the script runs");
        assert_eq!(blanks, serde_json::json!([]), "{screen}");
        window.picture(&format!("large-{screen}")).await;
    }
    window.close().await;
}
