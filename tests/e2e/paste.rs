//! A city's workbook comes in by the clipboard, with every character of it.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Reader as _, Xlsx, open_workbook};
use fantoccini::key::Key;
use serde_json::Value;
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

/// Below its headings every line of every cell of the workbook's first sheet stands in the file, spaces
/// within it included; that of an item at this item. `number` is the column of the items' numbers,
/// their names stand right of it.
fn assert_whole(account: &Account, file: &Path, workbook: &Path, headings: Range<u32>, number: u32) {
    let json = account.kaikaku(&["show", &file.display().to_string(), "--json"]);
    let programme: Value = serde_json::from_str(&json).expect("JSON");
    let items = items(&programme);
    let mut book: Xlsx<_> = open_workbook(workbook).expect("the workbook");
    let first = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&first).expect("its first sheet");
    let merged = book.merge_cells_by_sheet_name(&first).expect("its merged cells");
    let start = range.start().expect("cells");
    let cells: Vec<(u32, u32, String)> = range
        .used_cells()
        .map(|(row, column, cell)| (start.0 + row as u32, start.1 + column as u32, cell.to_string()))
        .filter(|(row, _, text)| *row >= headings.end && !text.trim().is_empty())
        .collect();
    let down =
        |row: u32, column: u32| merged.iter().find(|area| area.start == (row, column)).map_or(row, |area| area.end.0);
    let text_at = |row, column| cells.iter().find(|cell| (cell.0, cell.1) == (row, column)).map(|cell| cell.2.as_str());
    let mut own: Vec<(u32, u32, &BTreeSet<String>)> = Vec::new();
    for (row, column, label) in &cells {
        // A heading over the whole width stands in the same column as the numbers.
        let Some(name) = text_at(*row, number + 1).filter(|_| *column == number) else { continue };
        let wanted = bare(label) + &bare(name);
        let found = items.iter().find(|(names, _)| wanted.starts_with(names.as_str()));
        let (_, lines) = found.unwrap_or_else(|| panic!("the item 「{label} {name}」 is lost"));
        own.push((*row, down(*row, *column), lines));
    }
    let everywhere: BTreeSet<String> = lines(&programme);
    let mut looked = 0;
    for (row, column, text) in &cells {
        let item = own.iter().find(|(first, last, _)| (first..=last).contains(&row) && *column >= number);
        let kept = item.map_or(&everywhere, |(_, _, lines)| lines);
        let whole = bare(text);
        // Numbers and names stand apart in the file, and names on one line.
        if kept.contains(&whole) || items.iter().any(|(names, _)| *names == whole) {
            looked += 1;
            continue;
        }
        for line in text.lines().flat_map(|line| line.split(['◆', '◇'])).map(plain).filter(|line| !line.is_empty())
        {
            assert!(kept.contains(line), "「{line}」 of row {} is lost", row + 1);
            looked += 1;
        }
    }
    assert!(looked > 100 && own.len() > 20, "only {looked} lines of {} items were looked at", own.len());
}

/// Every node by its number and name without white space, with all its lines and those of its offices.
fn items(programme: &Value) -> Vec<(String, BTreeSet<String>)> {
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let list = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let offices: Vec<(Value, String)> =
        list(programme, "offices").iter().map(|office| (office["id"].clone(), text(office, "name"))).collect();
    let nodes = list(programme, "plans").into_iter().flat_map(|plan| list(&plan, "nodes"));
    nodes
        .map(|node| {
            let mut own = lines(&node);
            for assigned in list(&node, "offices") {
                own.extend(offices.iter().filter(|(id, _)| *id == assigned["office"]).map(|(_, name)| name.clone()));
            }
            (bare(&text(&node, "label")) + &bare(&text(&node, "title")), own)
        })
        .collect()
}

/// Every line of every text of a value as it stands, and every text without white space.
fn lines(value: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    match value {
        Value::String(text) => {
            found.extend(text.lines().map(|line| plain(line).to_owned()));
            found.insert(bare(text));
        }
        Value::Array(list) => list.iter().for_each(|one| found.append(&mut lines(one))),
        Value::Object(map) => map.values().for_each(|one| found.append(&mut lines(one))),
        _ => {}
    }
    found
}

/// A line without the ornaments of a group and the mark before a lane: the screen and the paper set them.
fn plain(line: &str) -> &str {
    line.trim().trim_matches(['◆', '◇', '・'])
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[tokio::test]
async fn a_progress_workbook_is_pasted_without_losing_a_character() {
    let account = Account::new();
    let Some(workbook) = real("kodaira-progress.xlsx") else { return };
    let Some(file) = pasted(&account, &workbook, "paste-progress").await else { return };
    assert_whole(&account, &file, &workbook, 3..5, 0);
}

#[tokio::test]
async fn the_workbook_of_our_own_paper_is_pasted_back_whole() {
    let account = Account::new();
    let (sample, workbook) = (account.sample().display().to_string(), account.home().join("進捗.xlsx"));
    account.kaikaku(&["paper", &sample, "progress", "--out", &workbook.display().to_string()]);
    let Some(file) = pasted(&account, &workbook, "paste-own").await else { return };
    assert_whole(&account, &file, &workbook, 4..6, 0);
}

#[tokio::test]
async fn a_workbook_of_items_is_pasted_with_its_levels() {
    let account = Account::new();
    let Some(workbook) = real("komaki-items.xlsx") else { return };
    let Some(file) = pasted(&account, &workbook, "paste-items").await else { return };
    assert_whole(&account, &file, &workbook, 4..6, 2);
    let shown = account.kaikaku(&["show", &file.display().to_string()]);
    assert!(shown.contains("項目 51件"), "{shown}");
}
