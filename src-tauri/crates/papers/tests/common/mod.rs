//! The progress table of the fictional city みどり野市, and what reads files back.

#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::expect_used)]

use std::path::PathBuf;
use std::sync::Arc;

use papers::*;

pub fn fonts() -> Fonts {
    let face = |name: &str| -> Arc<[u8]> {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("../../../assets/fonts")
            .join(name);
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

/// One item of the text file beside this one.
#[derive(Clone, Debug, Default)]
struct Item {
    no: String,
    name: String,
    ended: Option<String>,
    direction: Vec<String>,
    /// Lanes with their bars: first year, last year, words.
    lanes: Vec<(String, Vec<(u32, u32, String)>)>,
    /// Bars over all lanes.
    joint: Vec<(u32, u32, String)>,
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

fn bar(text: &str) -> (u32, u32, String) {
    let (years, words) = text.split_once(' ').unwrap();
    let (first, last) = years.split_once('-').unwrap();
    (first[1..].parse().unwrap(), last[1..].parse().unwrap(), words.to_owned())
}

/// One of the sixty results of the item that no page can hold.
fn sixty(n: u32) -> String {
    let subject = ["住民票", "税の証明", "保育の申込み", "図書の予約", "道路の不具合の通報", "粗大ごみの受付"]
        [n as usize % 6];
    match n % 4 {
        0 => format!("{n}件目として、{subject}の手続をオンラインで受け付けた。"),
        1 => format!(
            "{n}件目として、{subject}について利用の流れを調べ、迷いやすい画面を改めたところ、途中でやめる人の割合が{}%から{}%に減った。",
            20 + n % 9,
            10 + n % 5
        ),
        2 => format!("{n}件目として、{subject}の通知を電子化した(対象{}人)。", 1000 + 37 * n),
        _ => format!(
            "{n}件目として、{subject}の入力を自動化し、年{}時間の作業を減らした。",
            40 + 3 * n
        ),
    }
}

fn bullets(lines: &[String]) -> Cell {
    Cell::lines(lines.iter().map(|text| Line::bulleted("・", text)).collect())
}

fn bars(row: &mut Vec<Cell>, bars: &[(u32, u32, String)], lanes: u16) {
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
