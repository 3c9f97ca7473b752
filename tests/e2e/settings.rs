//! 設定 in the real window: a word and a name are set, and the screens speak them.

use fantoccini::Locator;
use fantoccini::key::Key;

use crate::files::Account;
use crate::grid;
use crate::window::Window;

#[tokio::test]
async fn a_word_and_a_level_set_in_settings_are_spoken_on_the_screens() {
    let account = Account::new();
    let path = account.sample();
    let window = Window::open(&account, &[&path]).await;
    window.click("nav-settings").await;
    window.click("settings-words").await;
    window.see("row-term-4").await;
    window.picture("settings-words").await;

    // A new word is typed and taken by Enter; several can follow.
    window.click("add-term-2").await;
    window.keys("大幅な遅れ").await;
    window.press(Key::Enter).await;
    window
        .until(
            "the word is there",
            "return [...document.querySelectorAll(\"[data-testid^='row-term-'] input\")].some((field) => field.value === '大幅な遅れ')",
        )
        .await;

    // A word in use is asked about, beside the row.
    window.click("remove-term-5").await;
    window.see("refusal").await;
    window.picture("settings-refusal").await;

    window.click("settings-levels").await;
    let cell = window.see("level-name-1").await;
    cell.find(Locator::Css("input")).await.expect("the field of the level").click().await.expect("it has the keyboard");
    window.keys(&format!("{}a{}", char::from(Key::Control), char::from(Key::Null))).await;
    window.keys("取組プログラム").await;
    window.press(Key::Enter).await;
    window
        .until(
            "undo names the step",
            "return /取組プログラム/.test(document.querySelector(\"[data-testid='undo']\").textContent)",
        )
        .await;
    window.picture("settings-levels").await;
    for section in ["city", "plans", "rates", "offices", "baselines"] {
        window.click(&format!("settings-{section}")).await;
        window.rest().await;
        window.picture(&format!("settings-{section}")).await;
    }

    // The plan speaks of its levels, the progress of its words.
    window.click("nav-plan").await;
    window.see("grid-plan").await;
    grid::enter(&window, "多様な手法による市民参加の推進").await;
    window.click("button-node-add").await;
    window.reads("新しい取組プログラム").await;
    window.picture("settings-plan").await;
    window.click("nav-progress").await;
    window
        .until(
            "the progress speaks of the level",
            "return document.querySelector(\"[role=toolbar][aria-label*='取組プログラム']\") !== null",
        )
        .await;
    grid::enter(&window, "多様な手法による市民参加の推進").await;
    grid::walk_to(&window, "評価").await;
    window.keys("大幅な遅れ").await;
    window.press(Key::Enter).await;
    window
        .until(
            "undo names the evaluation",
            "return /評価の入力/.test(document.querySelector(\"[data-testid='undo']\").textContent)",
        )
        .await;
    window.picture("settings-progress").await;
    window.close().await;
    let json = account.kaikaku(&["show", &path.display().to_string(), "--json"]);
    assert!(json.contains("\"label\": \"大幅な遅れ\"") && json.contains("取組プログラム"), "both are in the file");
}
