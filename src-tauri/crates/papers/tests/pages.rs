//! What stays together at the end of a page: an item, and a table with the words that lead to it.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use papers::{Block, Cell, Column, Line, Paper, Row, Sheet, SheetSize, Table, pdf};

/// How many tables stand behind one another.
const TABLES: usize = 60;

/// Lines of an item; few enough that it may never be torn.
fn lines_of(item: usize) -> usize {
    3 + item * 7 % 9
}

/// Running text that breaks over several lines, between tables.
fn told(number: usize) -> Block {
    let sentence = "市民説明会（年2回）の意見を受けて、「窓口のあり方」を見直し、R4から試行した。";
    let lines = (0..number % 5).map(|line| Line::bulleted("・", sentence.repeat(1 + (number + line) % 3)));
    Block::Paragraph(lines.collect())
}

/// An item of two rows whose first cell spans both; the first line says 始, the last 終.
fn item(name: &str, lines: usize) -> Vec<Row> {
    let mut text = vec![Line::plain(format!("始{name}。"))];
    text.extend((2..lines).map(|line| Line::plain(format!("{line}行目の取組を進めた。"))));
    text.push(Line::plain(format!("終{name}。")));
    vec![
        Row::ItemStart { name: name.to_owned() },
        Row::Cells(vec![Cell::text(name).spanning(2, 1), Cell::text("当初予定どおり")]),
        Row::Cells(vec![Cell::lines(text)]),
    ]
}

/// An item of three rows that no span ties to one another, as the small form of a plan is.
fn untied(name: &str, lines: usize) -> Vec<Row> {
    let told = (2..lines).map(|line| Line::plain(format!("{line}行目の取組を進めた。")));
    vec![
        Row::ItemStart { name: name.to_owned() },
        Row::Cells(vec![Cell::text("所管課").heading(), Cell::text(format!("始{name}。"))]),
        Row::Cells(vec![Cell::text("取組").heading(), Cell::lines(told.collect())]),
        Row::Cells(vec![Cell::text("目標").heading(), Cell::text(format!("終{name}。"))]),
    ]
}

fn table(number: usize) -> Table {
    let name = |row: usize| format!("表{number:02}の{row}");
    let alone = number.is_multiple_of(4);
    let item = |name: &str, lines| if alone { untied(name, lines) } else { item(name, lines) };
    Table {
        columns: vec![Column::mm(40.0), Column::share(1.0)],
        header: vec![vec![Cell::text("取組項目"), Cell::text("取組の内容")]],
        body: (0..1 + number % 4).flat_map(|row| item(&name(row), lines_of(number + row))).collect(),
        caption: None,
        summary: "取組項目".to_owned(),
        unit: None,
        notes: Vec::new(),
    }
}

/// Many small tables, each under its heading and a line or two that lead to it.
fn book() -> Paper {
    let mut paper = common::progress(false);
    paper.sheet = Sheet { size: SheetSize::A4, landscape: false };
    let block = |number: usize| {
        let lead = ["この表は取組を示す。", "この表は、取組の内容を当初予定とともに示す。"];
        [
            told(number),
            Block::Heading { level: 3, text: format!("題{number:02}。") },
            Block::Paragraph(
                lead.iter().take(1 + number % 2).map(|text| Line::plain(format!("{text}導{number:02}。"))).collect(),
            ),
            Block::Table(table(number)),
        ]
    };
    paper.blocks = (0..TABLES).flat_map(block).collect();
    paper
}

/// The text of every page, without spaces.
fn pages() -> Option<Vec<String>> {
    let bytes = pdf(&book(), &common::fonts(), common::created()).unwrap();
    if let Some(folder) = std::env::var_os("PAPERS_LOOK") {
        std::fs::write(std::path::PathBuf::from(folder).join("book.pdf"), &bytes).unwrap();
    }
    let text = common::run_on_file(&["pdftotext", "-layout", "{}", "-"], &bytes, "pdf")?;
    Some(text.trim_end_matches('\u{c}').split('\u{c}').map(common::without_space).collect())
}

fn page_of(pages: &[String], words: &str) -> usize {
    let found: Vec<usize> = (0..pages.len()).filter(|page| pages[*page].contains(words)).collect();
    assert_eq!(found.len(), 1, "{words} stands on pages {found:?}");
    found[0]
}

#[test]
fn small_items_stay_whole_and_tables_with_their_lead() {
    let Some(pages) = pages() else { return };
    assert!(pages.len() > 10, "{} pages", pages.len());
    let mut torn = Vec::new();
    for number in 0..TABLES {
        for row in 0..1 + number % 4 {
            let name = format!("表{number:02}の{row}。");
            let (first, last) = (page_of(&pages, &format!("始{name}")), page_of(&pages, &format!("終{name}")));
            if first != last {
                torn.push(format!("{name}: pages {} and {}", first + 1, last + 1));
            }
        }
        let first = page_of(&pages, &format!("始表{number:02}の0。"));
        for words in ["題", "導"] {
            let at = (0..pages.len()).rfind(|page| pages[*page].contains(&format!("{words}{number:02}。"))).unwrap();
            if at != first {
                torn.push(format!("{words}{number:02}: page {} and its table on {}", at + 1, first + 1));
            }
        }
    }
    assert!(torn.is_empty(), "{torn:#?}");
}

/// Rows of an item that stand for themselves beside the name of the item, and how many items there are.
const ROWS: usize = 7;
const ITEMS: usize = 20;

/// A form whose blocks are a quarter of a page high.
fn blocks() -> Paper {
    let mut paper = common::progress(false);
    paper.sheet = Sheet { size: SheetSize::A4, landscape: false };
    let block = |item: usize| {
        let row = move |row: usize| {
            let text = [format!("始{item:02}の{row}。"), format!("終{item:02}の{row}。")].map(Line::plain);
            let name = Cell::text(format!("令和{item}年度")).heading().spanning(ROWS as u16, 1);
            let name = (row == 0).then_some(name);
            Row::Cells(name.into_iter().chain([Cell::text("実績"), Cell::lines(text.into())]).collect())
        };
        std::iter::once(Row::ItemStart { name: format!("令和{item}年度") }).chain((0..ROWS).map(row))
    };
    let table = Table {
        columns: vec![Column::mm(29.0), Column::mm(40.0), Column::share(1.0)],
        header: Vec::new(),
        body: (0..ITEMS).flat_map(block).collect(),
        caption: None,
        summary: "調書".to_owned(),
        unit: None,
        notes: Vec::new(),
    };
    paper.blocks = vec![Block::Table(table)];
    paper
}

#[test]
fn tall_blocks_part_between_their_rows_and_leave_no_page_half_empty() {
    let bytes = pdf(&blocks(), &common::fonts(), common::created()).unwrap();
    let Some(text) = common::run_on_file(&["pdftotext", "-layout", "{}", "-"], &bytes, "pdf") else { return };
    let pages: Vec<String> = text.trim_end_matches('\u{c}').split('\u{c}').map(common::without_space).collect();
    for item in 0..ITEMS {
        for row in 0..ROWS {
            let name = format!("{item:02}の{row}。");
            assert_eq!(page_of(&pages, &format!("始{name}")), page_of(&pages, &format!("終{name}")), "{name}");
        }
    }
    let rows: Vec<usize> = pages.iter().map(|page| page.matches('始').count()).collect();
    assert!(rows[..rows.len() - 1].iter().all(|rows| *rows >= 20), "rows on each page: {rows:?}");
    assert!(pages[1..].iter().any(|page| page.contains("（続き）")), "the rest is headed again");
}
