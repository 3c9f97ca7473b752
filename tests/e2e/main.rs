//! Journeys of a person through the real window. `cargo xtask test --only e2e` runs them.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test or benchmark that cannot go on says why and ends"
)]

mod desk;
mod files;
mod grid;
mod history;
mod large;
#[cfg(target_os = "linux")]
mod paste;
#[path = "../../benches/programme/mod.rs"]
mod programme;
mod settings;
mod window;

use std::path::Path;

use fantoccini::key::Key;
use files::{Account, below, real, written};
use window::Window;

/// Address of the chart's picture on the page; a new drawing has a new one.
const PICTURE: &str = "(document.querySelector(\"[data-testid='chart-picture'] img\")?.src ?? '')";

#[tokio::test]
async fn from_the_sample_to_a_council_chart_and_back() {
    let account = Account::new();
    let window = Window::open(&account, &[]).await;
    window.see("file-sample").await;
    window.picture("home-empty").await;
    window.click("file-sample").await;
    window.reads("みどり野市").await;
    window.see("nav-fiscal").await;
    window.picture("home").await;
    let programme = written(account.home(), "kaikaku").await;

    // The person goes to the last 経常収支比率 by keyboard and types over it.
    window.click("nav-fiscal").await;
    window.until("the chart is drawn", &format!("return {PICTURE} !== ''")).await;
    let before = window.ask(&format!("return {PICTURE}")).await;
    grid::enter(&window, "経常収支比率").await;
    grid::walk_to(&window, "R6").await;
    grid::until_active(&window, "95.4%").await;
    window.keys("96.8%").await;
    window.press(Key::Enter).await;
    window.until("the chart changes", &format!("return {PICTURE} !== '' && {PICTURE} !== {before}")).await;
    window
        .until(
            "it is in the file",
            "return /保存済み/.test(document.querySelector(\"[data-testid='saved']\").textContent)",
        )
        .await;
    window.picture("fiscal").await;

    window.click("chart-export-png").await;
    let png = std::fs::read(written(account.home(), "png").await).expect("the picture");
    assert!(png.starts_with(b"\x89PNG"), "a PNG");
    assert!(png.windows(4).any(|chunk| chunk == b"pHYs"), "it carries its resolution");
    window.click("chart-export-pdf").await;
    let pdf = std::fs::read(written(account.home(), "pdf").await).expect("the page");
    assert!(pdf.starts_with(b"%PDF"), "a PDF");

    window.click("undo").await;
    grid::enter(&window, "経常収支比率").await;
    grid::walk_to(&window, "R6").await;
    grid::until_active(&window, "95.4%").await;
    window.close().await;

    // After a restart the step can still be done again.
    let window = Window::open(&account, &[&programme]).await;
    window.click("nav-fiscal").await;
    window.click("redo").await;
    grid::enter(&window, "経常収支比率").await;
    grid::walk_to(&window, "R6").await;
    grid::until_active(&window, "96.8%").await;
    window.close().await;
    let json = account.kaikaku(&["show", &programme.display().to_string(), "--json"]);
    assert!(json.contains("96.8%"), "the file holds what the window showed");
}

#[tokio::test]
async fn every_screen_of_the_sample_opens() {
    let account = Account::new();
    let path = account.sample();
    let window = Window::open(&account, &[&path]).await;
    for (screen, seen) in [
        ("plan", "grid-plan"),
        ("schedule", "schedule"),
        ("progress", "grid-progress"),
        ("indicators", "grid-indicators"),
        ("fiscal", "grid-fiscal"),
        ("effects", "grid-effects"),
        ("papers", "paper-page"),
        ("check", "grid-check"),
    ] {
        window.click(&format!("nav-{screen}")).await;
        window.see(seen).await;
        window.rest().await;
        window.picture(screen).await;
    }
    window.click("nav-papers").await;
    window.see("paper-page").await;
    window.click("paper-export-pdf").await;
    let pdf = written(account.home(), "pdf").await;
    assert!(std::fs::read(&pdf).expect("the paper").starts_with(b"%PDF"), "a PDF");
    window.click("paper-export-xlsx").await;
    let workbook = written(account.home(), "xlsx").await;
    assert!(std::fs::read(&workbook).expect("the paper").starts_with(b"PK"), "a workbook");
    window.close().await;
}

#[tokio::test]
async fn a_sample_of_another_shape_is_chosen_in_the_menus() {
    let account = Account::new();
    let window = Window::open(&account, &[]).await;
    window.click("menu-sample").await;
    window.see("entry-sample:strategy").await;
    window.picture("samples-welcome").await;
    window.click("entry-sample:outline").await;
    window.reads("みずき台市").await;
    window.click("menu-file").await;
    window.click("entry-sample").await;
    window.see("entry-sample:strategy").await;
    window.picture("samples-menu").await;
    window.click("entry-sample:strategy").await;
    window.reads("すみれ原市").await;
    window.close().await;
    assert_eq!(below(account.home(), "kaikaku").len(), 2, "each sample has a file of its own");
}

#[tokio::test]
async fn every_shape_shows_its_text_on_every_screen() {
    for (shape, text) in [
        ("outline", "幅広い世代が加わる仕組みづくり"),
        ("chapters", "市民が主役のまちづくり"),
        ("targets", "市民活動団体の活動基盤の強化"),
        ("strategy", "市民活動団体への支援"),
    ] {
        let account = Account::new();
        let path = account.home().join(format!("{shape}.kaikaku"));
        account.kaikaku(&["sample", &path.display().to_string(), "--shape", shape]);
        let window = Window::open(&account, &[&path]).await;
        for (screen, seen) in [
            ("home", "nav-home"),
            ("plan", "grid-plan"),
            ("schedule", "schedule"),
            ("progress", "grid-progress"),
            ("indicators", "nav-indicators"),
            ("fiscal", "grid-fiscal"),
            ("effects", "nav-effects"),
            ("papers", "paper-page"),
            ("check", "nav-check"),
            ("history", "nav-history"),
            ("settings", "nav-settings"),
        ] {
            window.click(&format!("nav-{screen}")).await;
            window.see(seen).await;
            if matches!(screen, "plan" | "schedule" | "progress") {
                // The names of the schedule stand beside the cells that are read aloud.
                window.until(text, &format!("return document.body.textContent.includes('{text}')")).await;
            }
            window.rest().await;
            window.picture(&format!("{shape}-{screen}")).await;
        }
        window.close().await;
    }
}

#[tokio::test]
async fn an_actual_result_typed_in_japanese_is_kept() {
    let account = Account::new();
    let path = account.sample();
    let window = Window::open(&account, &[&path]).await;
    window.click("nav-progress").await;
    grid::enter(&window, "多様な手法による市民参加の推進").await;
    grid::walk_to(&window, "実績").await;
    window.keys("・説明会を３回開き、延べ120人が参加した。").await;
    window.press(Key::Enter).await;
    window
        .until(
            "undo names the step",
            "return /実績の入力/.test(document.querySelector(\"[data-testid='undo']\").textContent)",
        )
        .await;
    window.close().await;
    let json = account.kaikaku(&["show", &path.display().to_string(), "--json"]);
    assert!(json.contains("・説明会を３回開き、延べ120人が参加した。"), "the text is kept to the letter");
    let history = account.kaikaku(&["history", &path.display().to_string()]);
    assert!(history.contains("実績の入力"), "the step has its name: {history}");
}

#[tokio::test]
async fn a_figure_of_an_indicator_is_typed_and_its_target_weighed() {
    let account = Account::new();
    let path = account.sample();
    let window = Window::open(&account, &[&path]).await;
    window.click("nav-indicators").await;
    window.see("grid-indicators").await;
    grid::enter(&window, "電子決裁率").await;
    // The third year with results is the first with a target of its own.
    for _ in 0..3 {
        window.press(Key::Right).await;
        window.rest().await;
        grid::walk_to(&window, "実績").await;
    }
    window.keys("１２．３％").await;
    window.press(Key::Enter).await;
    window
        .until(
            "undo names the step",
            "return /電子決裁率/.test(document.querySelector(\"[data-testid='undo']\").textContent)",
        )
        .await;
    window.reads("１２．３％").await;
    // Past the heading in between.
    window.press(Key::Up).await;
    window.press(Key::Up).await;
    window
        .until(
            "the proposal tells what it found",
            "return /未達成/.test(document.querySelector(\"[data-testid='indicator-proposal']\").textContent)",
        )
        .await;
    window.picture("indicators-typed").await;
    window.click("undo").await;
    window
        .until(
            "nothing is left to undo",
            "return !/電子決裁率/.test(document.querySelector(\"[data-testid='undo']\").textContent)",
        )
        .await;
    // Search leads to the very row, also where Enter comes before the answer.
    window.chord([Key::Control], 'k').await;
    window.see("search-words").await;
    window.keys("オンライン申請の件数").await;
    window.press(Key::Enter).await;
    grid::until_active(&window, "オンライン申請の件数").await;
    window.close().await;
}

#[tokio::test]
async fn an_effect_typed_in_goes_into_the_totals() {
    let account = Account::new();
    let path = account.sample();
    let window = Window::open(&account, &[&path]).await;
    window.click("nav-effects").await;
    window.reads("合計（見込）は令和3～6年度の計。").await;
    window.reads("合計（実績）は令和3～5年度の計、令和6年度は未確定。").await;
    grid::enter(&window, "市税等の収納対策の強化").await;
    // 見込, 実績 and 差額 of R3 to R5, then 実績 of R6.
    for _ in 0..11 {
        window.press(Key::Right).await;
    }
    grid::until_active(&window, "").await;
    window.keys("52").await;
    window.press(Key::Enter).await;
    window.reads("は令和6年度が未入力").await;
    window
        .until(
            "undo names the step",
            "return /令和6年度 効果額（実績）の入力/.test(document.querySelector(\"[data-testid='undo']\").textContent)",
        )
        .await;
    window.picture("effects-typed").await;
    window.click("button-effect-properties").await;
    window.reads("効果の種類").await;
    window.picture("effects-properties").await;
    window.close().await;
    let json = account.kaikaku(&["show", &path.display().to_string(), "--json"]);
    let programme: serde_json::Value = serde_json::from_str(&json).expect("the programme");
    let cells = programme["effects"][0]["rows"][0]["cells"].as_array().expect("its cells");
    let typed = cells.iter().find(|cell| cell["year"] == 2024 && cell["basis"] == "actual").expect("the amount");
    assert_eq!(
        (typed["amount"]["text"].as_str(), typed["amount"]["meaning"]["amount"].as_str()),
        (Some("52"), Some("52"))
    );
    let shown = account.kaikaku(&["show", &path.display().to_string()]);
    assert!(shown.contains("効果額：改革推進プログラムによる財政効果（単位：百万円、5行）"), "{shown}");
    assert!(shown.contains("は令和6年度が未入力"), "the command line tells what is missing too: {shown}");
}

#[tokio::test]
async fn a_figure_leads_to_its_items_and_the_sentence_of_the_paper_is_edited() {
    let account = Account::new();
    let path = account.sample();
    let window = Window::open(&account, &[&path]).await;
    window.click("nav-progress").await;
    window.click("way-tally").await;
    window.reads("25項目のうち、前倒しが1項目").await;
    window.picture("tally").await;
    window.ask("document.querySelector(\"[data-testid='tally-direction'] [data-place='2/2']\").click()").await;
    window.see("tally-items").await;
    window.until("the list has the keyboard", "return document.activeElement?.dataset.testid === 'tally-items'").await;
    window.picture("tally-items").await;
    window.press(Key::Enter).await;
    grid::until_active(&window, "13業務について移行に係る契約を締結した").await;

    window.click("nav-papers").await;
    window.see("lead").await;
    window.ask("document.querySelector(\"[data-testid='lead'] textarea\").select()").await;
    window.keys("令和4年度末では27項目のうち、遅れは3項目でした。").await;
    window.ask("document.activeElement.blur()").await;
    window.reads("今の集計と合わない数があります：27項目").await;
    window.rest().await;
    window.picture("lead").await;
    window.click("lead-reset").await;
    window
        .until("the sentence is that of the tally", "return !document.querySelector(\"[data-testid='lead-reset']\")")
        .await;
    window.close().await;
    let history = account.kaikaku(&["history", &path.display().to_string()]);
    assert_eq!(history.matches("資料1の集計の文の変更").count(), 2, "{history}");
}

#[tokio::test]
async fn a_real_table_is_looked_at_and_taken_over() {
    let account = Account::new();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exchange/fiscal-utf8-bom.csv");
    let table = real("fiscal-series.csv").unwrap_or(own);
    let path = account.home().join("新しい市.kaikaku");
    account.kaikaku(&["new", &path.display().to_string(), "--city", "新しい市"]);
    let window = Window::open(&account, &[&path, &table]).await;
    window.see("import-summary").await;
    window.rest().await;
    window.picture("import").await;
    window.click("import-apply").await;
    window
        .until(
            "the import can be undone",
            "return /取り込み/.test(document.querySelector(\"[data-testid='undo']\").textContent)",
        )
        .await;
    window.click("nav-fiscal").await;
    window.reads("経常収支比率").await;
    window.close().await;
    let shown = account.kaikaku(&["show", &path.display().to_string()]);
    assert!(shown.contains("財政指標"), "the indicators are in the file: {shown}");
}

#[tokio::test]
async fn a_damaged_file_gives_a_message_and_no_empty_programme() {
    let account = Account::new();
    let path = account.sample();
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
