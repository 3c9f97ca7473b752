//! Search and history in the real window.

use fantoccini::key::Key;

use crate::files::Account;
use crate::grid;
use crate::window::Window;

const ITEM: &str = "多様な手法による市民参加の推進";

async fn type_actual(window: &Window, text: &str) {
    window.click("nav-progress").await;
    grid::enter(window, ITEM).await;
    grid::walk_to(window, "実績").await;
    window.keys(text).await;
    window.press(Key::Enter).await;
    window.until("the write is done", &format!("return document.body.innerText.includes('{text}')")).await;
    window.rest().await;
}

#[tokio::test]
async fn words_are_found_and_lead_to_their_place() {
    let account = Account::new();
    let path = account.sample();
    let window = Window::open(&account, &[&path]).await;
    window.click("search").await;
    window.see("search-words").await;
    window.keys("高崎").await;
    window.reads("髙﨑").await;
    window.rest().await;
    window.picture("search").await;
    window.press(Key::Enter).await;
    window.see("grid-plan").await;
    grid::until_active(&window, "髙﨑").await;
    window.close().await;
}

#[tokio::test]
async fn one_old_step_is_taken_back_and_the_later_one_stays() {
    let account = Account::new();
    let path = account.sample();
    let window = Window::open(&account, &[&path]).await;
    type_actual(&window, "・一つ目の入力").await;
    type_actual(&window, "・二つ目の入力").await;
    window.click("nav-history").await;
    window.see("history-list").await;
    window.reads("・二つ目の入力").await;
    window.rest().await;
    window.picture("history").await;
    // Of the older step nothing is left to take back: the value was changed since.
    window.press(Key::Down).await;
    window.reads("・一つ目の入力").await;
    window.click("button-revert").await;
    window.reads("元に戻すところがありません").await;
    window.rest().await;
    window.picture("history-refused").await;
    window.press(Key::Escape).await;
    window
        .until(
            "the list has the keys again",
            "document.querySelector(\"[data-testid='history-list']\").focus(); return true",
        )
        .await;
    window.press(Key::Up).await;
    window.click("button-revert").await;
    window.see("button-revert-do").await;
    window.rest().await;
    window.picture("history-revert").await;
    window.click("button-revert-do").await;
    window.reads("元に戻しました").await;
    window.close().await;
    let json = account.kaikaku(&["show", &path.display().to_string(), "--json"]);
    assert!(json.contains("・一つ目の入力") && !json.contains("・二つ目の入力"), "only the newer step is taken back");
    let history = account.kaikaku(&["history", &path.display().to_string()]);
    assert!(history.contains("の取り消し"), "{history}");
}
