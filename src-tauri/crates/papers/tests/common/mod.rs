//! The progress table of the fictional city みどり野市, and what reads files back.

#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::expect_used)]

use std::borrow::Cow;
use std::path::PathBuf;

use papers::*;

pub fn fonts() -> Fonts {
    let face = |name: &str| -> Cow<'static, [u8]> {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts").join(name);
        std::fs::read(path).expect("the fonts stand in assets/fonts").into()
    };
    Fonts::new(FontFaces {
        gothic_regular: face("BIZUDGothic-Regular.ttf"),
        gothic_bold: face("BIZUDGothic-Bold.ttf"),
        pgothic_regular: face("BIZUDPGothic-Regular.ttf"),
        pgothic_bold: face("BIZUDPGothic-Bold.ttf"),
    })
    .expect("the bundled fonts are readable")
}

/// The time every file of the tests is made at.
pub fn created() -> chrono::NaiveDateTime {
    chrono::NaiveDate::from_ymd_opt(2024, 2, 2).unwrap().and_hms_opt(10, 0, 0).unwrap()
}

/// First year, last year, words.
type Bar = (u32, u32, String);

/// One item of the text file beside this one.
#[derive(Clone, Debug, Default)]
struct Item {
    no: String,
    name: String,
    ended: Option<String>,
    direction: Vec<String>,
    /// Lanes with their bars.
    lanes: Vec<(String, Vec<Bar>)>,
    /// Bars over all lanes.
    joint: Vec<Bar>,
    results: Vec<String>,
    this_year: Vec<String>,
    next_year: Vec<String>,
}

enum Entry {
    Section(u8, String),
    Item(Item),
}

fn entries() -> Vec<Entry> {
    let mut entries = Vec::new();
    for line in include_str!("../sample/programme.txt").lines() {
        if let Some(text) = line.strip_prefix("## ") {
            entries.push(Entry::Section(2, text.to_owned()));
        } else if let Some(text) = line.strip_prefix("# ") {
            entries.push(Entry::Section(1, text.to_owned()));
        } else if let Some(text) = line.strip_prefix("@ ") {
            let mut parts = text.split('|').map(str::to_owned);
            entries.push(Entry::Item(Item {
                no: parts.next().unwrap(),
                name: parts.next().unwrap(),
                ended: parts.next(),
                ..Item::default()
            }));
        } else {
            let Some(Entry::Item(item)) = entries.last_mut() else { panic!("{line}") };
            let (kind, text) = line.split_at(3);
            match kind {
                "d: " => item.direction.push(text.to_owned()),
                "r: " => item.results.push(text.to_owned()),
                "p: " => item.this_year.push(text.to_owned()),
                "q: " => item.next_year.push(text.to_owned()),
                "b: " => item.joint.push(bar(text)),
                "l: " => {
                    let mut parts = text.split(" > ");
                    let name = parts.next().unwrap().to_owned();
                    item.lanes.push((name, parts.map(bar).collect()));
                }
                "@@ " => {
                    for n in 1..=60 {
                        item.results.push(sixty(n));
                    }
                }
                _ => panic!("{line}"),
            }
        }
    }
    entries
}

fn bar(text: &str) -> Bar {
    let (years, words) = text.split_once(' ').unwrap();
    let (first, last) = years.split_once('-').unwrap();
    (first[1..].parse().unwrap(), last[1..].parse().unwrap(), words.to_owned())
}

/// One of the sixty results of the item that no page can hold.
fn sixty(n: u32) -> String {
    let subject =
        ["住民票", "税の証明", "保育の申込み", "図書の予約", "道路の不具合の通報", "粗大ごみの受付"][n as usize % 6];
    match n % 4 {
        0 => format!("{n}件目として、{subject}の手続をオンラインで受け付けた。"),
        1 => format!(
            "{n}件目として、{subject}について利用の流れを調べ、迷いやすい画面を改めたところ、途中でやめる人の割合が{}%から{}%に減った。",
            20 + n % 9,
            10 + n % 5
        ),
        2 => format!("{n}件目として、{subject}の通知を電子化した(対象{}人)。", 1000 + 37 * n),
        _ => format!("{n}件目として、{subject}の入力を自動化し、年{}時間の作業を減らした。", 40 + 3 * n),
    }
}

fn bullets(lines: &[String]) -> Cell {
    Cell::lines(lines.iter().map(|text| Line::bulleted("・", text)).collect())
}

fn bars(row: &mut Vec<Cell>, bars: &[Bar], lanes: u16) {
    let mut year = 3;
    for (first, last, words) in bars {
        for _ in year..*first {
            row.push(Cell::empty().spanning(lanes, 1));
        }
        let tone = if *last < 5 {
            Tone::Past
        } else if *first > 5 {
            Tone::Planned
        } else {
            Tone::Current
        };
        row.push(Cell::arrow(words, tone).spanning(lanes, (last - first + 1) as u16));
        year = last + 1;
    }
    for _ in year..=6 {
        row.push(Cell::empty().spanning(lanes, 1));
    }
}

fn rows(item: &Item) -> Vec<Row> {
    let lanes = item.lanes.len().max(1) as u16;
    let mut out = vec![Row::ItemStart { name: format!("{} {}", item.no, item.name) }];
    let mut name = vec![Line::plain(&item.name)];
    name.extend(item.ended.iter().map(Line::plain));
    let mut first = vec![
        Cell::text(&item.no).spanning(lanes, 1).aligned(Align::Center).heading(),
        Cell::lines(name).spanning(lanes, 1).heading(),
    ];
    if item.ended.is_some() {
        first.push(Cell::empty());
        first.push(Cell::empty().spanning(1, 5));
        first.push(bullets(&item.results));
        first.push(Cell::empty().spanning(1, 2));
        out.push(Row::Cells(first));
        return out;
    }
    first.push(bullets(&item.direction).spanning(lanes, 1));
    let lane = |name: &String| bullets(std::slice::from_ref(name));
    first.push(lane(&item.lanes[0].0));
    if item.joint.is_empty() {
        bars(&mut first, &item.lanes[0].1, 1);
    } else {
        bars(&mut first, &item.joint, lanes);
    }
    for texts in [&item.results, &item.this_year, &item.next_year] {
        first.push(bullets(texts).spanning(lanes, 1));
    }
    out.push(Row::Cells(first));
    for (name, lane_bars) in &item.lanes[1..] {
        let mut row = vec![lane(name)];
        if item.joint.is_empty() {
            bars(&mut row, lane_bars, 1);
        }
        out.push(Row::Cells(row));
    }
    out
}

pub fn words() -> Words {
    Words {
        page_number: "{page} / {pages}".to_owned(),
        sheet_name: "進捗状況".to_owned(),
        continued: "{name}（続き）".to_owned(),
    }
}

fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        city: "みどり野市".to_owned(),
        title: "みどり野市行財政改革プログラム(令和3年度～令和6年度)進捗状況【令和6年度当初計画】".to_owned(),
        masthead: Masthead {
            doc_no: Some("資料1".to_owned()),
            meeting: Some("第3回 行財政改革推進委員会".to_owned()),
            date: Some("令和6年2月2日".to_owned()),
        },
        sheet: Sheet { size: SheetSize::A3, landscape: true },
        blocks,
        words: words(),
    }
}

pub fn progress_table(repeat: usize, sixty: bool) -> Table {
    let head = |text: &str| Cell::text(text);
    let mut body = Vec::new();
    for _ in 0..repeat {
        for entry in entries() {
            match entry {
                Entry::Section(level, text) => body.push(Row::Section { text, level }),
                Entry::Item(mut item) => {
                    if !sixty {
                        item.results.truncate(6);
                    }
                    body.extend(rows(&item));
                }
            }
        }
    }
    Table {
        columns: [9.0, 32.0, 50.0, 37.0]
            .map(Column::mm)
            .into_iter()
            .chain([15.5; 4].map(Column::mm))
            .chain([1.0, 1.0, 1.0].map(Column::share))
            .collect(),
        header: vec![
            vec![
                head("No.").spanning(2, 1),
                head("実施プログラム").spanning(2, 1),
                head("主な取組の方向性").spanning(2, 1),
                head("年度スケジュール(R5.3時点想定)").spanning(1, 5),
                head("令和4年度までの取組実績").spanning(2, 1),
                head("令和5年度当初予定\n令和5年度設定目標(前年度末の状況)").spanning(2, 1),
                head("令和6年度当初予定\n令和6年度設定目標(前年度末の状況)").spanning(2, 1),
            ],
            vec![head("取組項目"), head("R3"), head("R4"), head("R5"), head("R6")],
        ],
        body,
        caption: None,
        summary: "実施プログラムごとの年度スケジュール、取組実績と当初予定の一覧".to_owned(),
        unit: None,
        notes: vec!["※矢印の網かけは令和5年度に進行中、白は終了、破線はこれから始まる取組を表す。".to_owned()],
    }
}

/// The progress table of 28 items; with the item of sixty results or without.
pub fn progress(sixty: bool) -> Paper {
    paper(vec![Block::Table(progress_table(1, sixty))])
}

/// The same table several times over.
pub fn progress_times(repeat: usize) -> Paper {
    paper(vec![Block::Table(progress_table(repeat, false))])
}

/// Compares a text with its golden file; `UPDATE_GOLDEN=1` rewrites it.
pub fn golden(name: &str, actual: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/golden/papers");
    let path = path.join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, actual).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    for (line, (expected, actual)) in expected.lines().zip(actual.lines()).enumerate() {
        assert_eq!(actual, expected, "{name}, line {}", line + 1);
    }
    assert_eq!(actual.lines().count(), expected.lines().count(), "length of {name}");
}

/// A figure as the charts give it.
pub fn figure() -> (String, Block) {
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" width="160mm" height="70mm" viewBox="0 0 1600 700">
<path d="M100 600H1550M100 600V60" stroke="#000" stroke-width="4" fill="none"/>
<path d="M200 420L600 300L1000 350L1400 200" stroke="#333" stroke-width="8" fill="none"/>
<text x="200" y="120" font-family="BIZ UDPGothic" font-size="60">経常収支比率</text>
<text x="1260" y="170" font-family="BIZ UDPGothic" font-size="50">93.9%</text></svg>"##;
    let block = Block::Figure {
        drawing: svg.to_owned().into(),
        width_mm: 160,
        height_mm: 70,
        alt: "経常収支比率は4年間で上がった。".to_owned(),
        caption: Some("図1 経常収支比率の推移".to_owned()),
    };
    (svg.to_owned(), block)
}

/// Every text of a paper, line by line.
pub fn texts(paper: &Paper) -> Vec<String> {
    let mut texts = vec![paper.title.clone()];
    let masthead = &paper.masthead;
    texts.extend([&masthead.doc_no, &masthead.meeting, &masthead.date].into_iter().flatten().cloned());
    let line = |line: &Line| format!("{}{}", line.bullet.as_deref().unwrap_or_default(), line.text);
    for block in &paper.blocks {
        match block {
            Block::Heading { text, .. } | Block::Note(text) => texts.push(text.clone()),
            Block::Paragraph(lines) => texts.extend(lines.iter().map(line)),
            Block::PageBreak => {}
            Block::Figure { caption, .. } => texts.extend(caption.clone()),
            Block::Table(table) => {
                texts.extend([&table.caption, &table.unit].into_iter().flatten().cloned());
                texts.extend(table.notes.iter().cloned());
                let mut cells: Vec<&Cell> = table.header.iter().flatten().collect();
                for row in &table.body {
                    match row {
                        Row::Section { text, .. } => texts.push(text.clone()),
                        Row::ItemStart { .. } => {}
                        Row::Cells(row) => cells.extend(row),
                    }
                }
                for cell in cells {
                    match &cell.content {
                        Content::Empty => {}
                        Content::Text(lines) => texts.extend(lines.iter().map(line)),
                        Content::Number { text, .. } => texts.push(text.clone()),
                        Content::Arrow { words, .. } => texts.push(words.clone()),
                    }
                }
            }
        }
    }
    texts.retain(|text| !text.is_empty());
    texts
}

pub fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Runs a program on a file with some bytes, `{}` standing for its path; `None`
/// when the program is absent, which is said.
pub fn run_on_file(command: &[&str], bytes: &[u8], extension: &str) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("paper.{extension}"));
    std::fs::write(&path, bytes).unwrap();
    let path = path.to_str().unwrap();
    let arguments = command[1..].iter().map(|part| if *part == "{}" { path } else { part });
    match std::process::Command::new(command[0]).args(arguments).env("TZ", "Asia/Tokyo").output() {
        Ok(output) => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        Err(_) => {
            eprintln!("{} is not installed: this part was not tested", command[0]);
            None
        }
    }
}
