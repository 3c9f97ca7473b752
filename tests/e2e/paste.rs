//! A city's workbook comes in by the clipboard, with every character of it.

use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Reader as _, Xlsx, open_workbook};
use fantoccini::key::Key;
use x11_clipboard::Clipboard;

use crate::files::{Account, real};
use crate::window::Window;

/// The workbook as a spreadsheet puts it on the clipboard: a table in HTML, merged cells as such.
fn copied(account: &Account, workbook: &Path) -> Option<String> {
    let folder = account.home().join("copied");
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}/office", account.home().display()))
        .args(["--headless", "--convert-to", "html", "--outdir"])
        .args([&folder, workbook])
        .output();
    let Ok(done) = done else {
        println!("soffice is not installed: no workbook is pasted");
        return None;
    };
    let page = folder.join(workbook.file_stem().unwrap()).with_extension("html");
    Some(std::fs::read_to_string(page).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&done.stderr))))
}

/// Pastes a workbook into a new file and answers the path of the file.
async fn pasted(account: &Account, workbook: &Path, picture: &str) -> Option<PathBuf> {
    let html = copied(account, workbook)?;
    let path = account.home().join("新しい市.kaikaku");
    account.kaikaku(&["new", &path.display().to_string(), "--city", "新しい市"]);
    let window = Window::open(account, &[&path]).await;
    // Who copied must be there until it is pasted.
    let clipboard = Clipboard::new().expect("a clipboard");
    let kind = clipboard.setter.get_atom("text/html").expect("the kind of a table");
    clipboard.store(clipboard.setter.atoms.clipboard, kind, html).expect("the table is copied");
    window.click("button-import").await;
    window.see("import-paste").await;
    window.picture(&format!("{picture}-begin")).await;
    window.chord([Key::Control], 'v').await;
    window.see("import-summary").await;
    window.reads("すべてのセルを読み取れました").await;
    window.rest().await;
    window.picture(&format!("{picture}-read")).await;
    window.click("import-apply").await;
    window
        .until(
            "the import can be undone",
            "return /取り込み/.test(document.querySelector(\"[data-testid='undo']\").textContent)",
        )
        .await;
    window.click("nav-plan").await;
    window.rest().await;
    window.picture(&format!("{picture}-plan")).await;
    window.click("nav-schedule").await;
    window.rest().await;
    window.picture(&format!("{picture}-schedule")).await;
    window.close().await;
    Some(path)
}

/// Every word of the workbook's first sheet but its headings stands in the file.
fn assert_whole(account: &Account, file: &Path, workbook: &Path, headings: std::ops::Range<usize>) {
    let json = account.kaikaku(&["show", &file.display().to_string(), "--json"]);
    let programme: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let mut kept = String::new();
    texts(&programme, &mut kept);
    let mut book: Xlsx<_> = open_workbook(workbook).expect("the workbook");
    let first = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&first).expect("its first sheet");
    let top = range.start().map_or(0, |start| start.0 as usize);
    let mut words = 0;
    for (row, _, cell) in range.used_cells() {
        if headings.contains(&(top + row)) {
            continue;
        }
        for word in cell.to_string().split_whitespace() {
            // The ornaments of a group and the mark before a lane are set by the screen and the paper.
            let word = word.trim_matches(['◆', '◇', '・']);
            assert!(kept.contains(word), "「{word}」 of row {} is lost", top + row + 1);
            words += 1;
        }
    }
    assert!(words > 100, "only {words} words were looked at");
}

/// All texts of a JSON value without white space, since names stand on one line.
fn texts(value: &serde_json::Value, into: &mut String) {
    match value {
        serde_json::Value::String(text) => into.extend(text.split_whitespace().chain(["\n"])),
        serde_json::Value::Array(list) => list.iter().for_each(|one| texts(one, into)),
        serde_json::Value::Object(map) => map.values().for_each(|one| texts(one, into)),
        _ => {}
    }
}

#[tokio::test]
async fn a_progress_workbook_is_pasted_without_losing_a_character() {
    let account = Account::new();
    let (workbook, headings) = match real("kodaira-progress.xlsx") {
        Some(workbook) => (workbook, 3..5),
        None => {
            // The paper of the sample as a workbook has the same shape.
            let (sample, own) = (account.sample().display().to_string(), account.home().join("進捗.xlsx"));
            account.kaikaku(&["paper", &sample, "progress", "--out", &own.display().to_string()]);
            (own, 4..6)
        }
    };
    let Some(file) = pasted(&account, &workbook, "paste-progress").await else { return };
    assert_whole(&account, &file, &workbook, headings);
}

#[tokio::test]
async fn a_workbook_of_items_is_pasted_with_its_levels() {
    let account = Account::new();
    let Some(workbook) = real("komaki-items.xlsx") else { return };
    let Some(file) = pasted(&account, &workbook, "paste-items").await else { return };
    assert_whole(&account, &file, &workbook, 4..6);
    let shown = account.kaikaku(&["show", &file.display().to_string()]);
    assert!(shown.contains("項目 51件"), "{shown}");
}
