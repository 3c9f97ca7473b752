//! The workbook, read back.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::{Cursor, Read};

use calamine::{Data, DataType, Reader, Xlsx};
use papers::*;
use rust_decimal::Decimal;

fn made(paper: &Paper) -> Vec<u8> {
    xlsx(paper, &common::fonts(), common::created()).unwrap()
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// All cells of all worksheets, in reading order.
fn cells(bytes: &[u8]) -> Vec<Data> {
    let mut book = open(bytes);
    let mut cells = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        cells.extend(range.used_cells().map(|(_, _, data)| data.clone()));
    }
    cells
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn every_text_of_the_paper_is_in_the_workbook() {
    for paper in [common::progress(false), common::progress(true)] {
        let bytes = made(&paper);
        let found: Vec<String> = cells(&bytes).iter().map(|cell| common::without_space(&cell.to_string())).collect();
        for text in common::texts(&paper) {
            let text = common::without_space(&text);
            assert!(found.iter().any(|cell| cell.contains(&text)), "not in the workbook: {text}");
        }
    }
}

#[test]
fn the_sheet_is_ready_to_print() {
    let bytes = made(&common::progress(false));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for expected in [
        "<pageSetUpPr fitToPage=\"1\"/>",
        "paperSize=\"8\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "<headerFooter differentFirst=\"1\">",
        "資料1</oddHeader>",
        "<oddFooter>&amp;C&amp;9&amp;P / &amp;N</oddFooter>",
        "<firstFooter>&amp;C&amp;9&amp;P / &amp;N</firstFooter>",
        "<rowBreaks",
    ] {
        assert!(sheet.contains(expected), "{expected} is not in the worksheet");
    }
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("name=\"進捗状況\""));
    assert!(book.contains(">進捗状況!$3:$4</definedName>"), "repeated rows: {book}");
    assert!(book.contains("_xlnm.Print_Area"), "{book}");
    let core = part(&bytes, "docProps/core.xml");
    assert!(core.contains("2024-02-02T01:00:00Z"), "10:00 in Japan: {core}");
    assert!(core.contains("<dc:creator>みどり野市</dc:creator>"), "{core}");
}

#[test]
fn cells_are_merged_as_on_the_page() {
    let bytes = made(&common::progress(false));
    let mut book = open(&bytes);
    let range = book.worksheet_range("進捗状況").unwrap();
    let merged = book.merge_cells_by_sheet_name("進捗状況").unwrap();
    let at = |text: &str| -> (u32, u32) {
        let cell = range.used_cells().find(|(_, _, data)| data.get_string() == Some(text));
        let (row, column, _) = cell.unwrap_or_else(|| panic!("{text}"));
        (row as u32, column as u32)
    };
    let span = |text: &str| {
        let start = at(text);
        let one = merged.iter().find(|area| area.start == start);
        one.map_or((1, 1), |area| (area.end.0 - area.start.0 + 1, area.end.1 - area.start.1 + 1))
    };
    assert_eq!(span("No."), (2, 1));
    assert_eq!(span("年度スケジュール(R5.3時点想定)"), (1, 5));
    assert_eq!(span("③"), (4, 1), "an item of four lanes");
    assert_eq!(span("方向性2 将来を支える財政"), (1, 11), "a section over all columns");
    assert_eq!(span("実施・検証・実施"), (1, 4), "a bar over four years");
    assert_eq!(span("検討"), (2, 2), "a bar over two lanes and two years");
}

#[test]
fn bars_are_arrows_around_the_words_of_their_cells() {
    let paper = common::progress(false);
    let bytes = made(&paper);
    let drawing = part(&bytes, "xl/drawings/drawing1.xml");
    let table = common::progress_table(1, false);
    let mut bars: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &table.body {
        let Row::Cells(cells) = row else { continue };
        for cell in cells {
            if let Content::Arrow { tone, .. } = cell.content {
                let tone = match tone {
                    Tone::Current => "current",
                    Tone::Past => "past",
                    Tone::Planned => "planned",
                };
                *bars.entry(tone).or_default() += 1;
            }
        }
    }
    let all: usize = bars.values().sum();
    assert_eq!(drawing.matches("prst=\"homePlate\"").count(), all);
    assert_eq!(drawing.matches("<a:alpha").count(), bars["current"], "grey for what is running");
    assert_eq!(drawing.matches("prstDash").count(), bars["planned"], "dashed for what will be");
    assert_eq!(drawing.matches("prst=\"rect\"").count(), 1, "the box of the number of the paper");
}

#[test]
fn no_text_is_cut_by_its_row() {
    // Against another way of counting: full-width characters one em, others half.
    let bytes = made(&common::progress(true));
    let mut book = open(&bytes);
    let range = book.worksheet_range("進捗状況").unwrap();
    let merged = book.merge_cells_by_sheet_name("進捗状況").unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let heights: BTreeMap<u32, f64> = sheet
        .split("<row ")
        .skip(1)
        .map(|row| {
            let attribute = |name: &str| {
                let from = row.find(&format!("{name}=\"")).expect(name) + name.len() + 2;
                row[from..].split('"').next().unwrap().parse::<f64>().unwrap()
            };
            (attribute("r") as u32 - 1, attribute("ht"))
        })
        .collect();
    let widths = [9.0, 32.0, 50.0, 37.0, 15.5, 15.5, 15.5, 15.5, 68.67, 68.67, 68.67];
    let mut looked = 0;
    for (row, column, data) in range.used_cells().filter(|(row, _, _)| *row > 3) {
        let (row, column) = (row as u32, column as u32);
        let area = merged.iter().find(|area| area.start == (row, column));
        let (last_row, last_column) = area.map_or((row, column), |area| area.end);
        if (4..=7).contains(&column) {
            continue; // bars have a size of their own
        }
        let mm: f64 = widths[column as usize..=last_column as usize].iter().sum();
        let em = mm / 25.4 * 72.0 / 8.0 - 0.7;
        let count = |line: &str| {
            let width: f64 = line.chars().map(|c| if c.is_ascii() { 0.5 } else { 1.0 }).sum();
            (width / em).ceil().max(1.0)
        };
        let lines: f64 = data.to_string().split('\n').map(count).sum();
        let height: f64 = (row..=last_row).map(|row| heights[&row]).sum();
        assert!(height >= lines * 8.0 * 1.23, "{height} pt for {lines} lines: {data}");
        assert!((row..=last_row).all(|row| heights[&row] <= 409.5));
        looked += 1;
    }
    assert!(looked > 150, "{looked} cells were looked at");
}

#[test]
fn text_stays_text_and_numbers_are_numbers() {
    let number = |text: &str, value: &str| Cell::number(text, Some(value.parse::<Decimal>().unwrap()));
    let dangerous = ["=1+1", "+81-42", "-5", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "＝A1"];
    let mut paper = common::progress(false);
    paper.blocks = vec![Block::Table(Table {
        columns: vec![Column::share(2.0), Column::mm(40.0), Column::mm(40.0)],
        header: vec![vec![Cell::text("区分"), Cell::text("見込"), Cell::text("実績")]],
        body: dangerous
            .iter()
            .map(|text| Row::Cells(vec![Cell::text(*text)]))
            .chain([
                Row::Cells(vec![Cell::text("補助金の見直し"), number("1,234.5", "1234.5"), number("△87", "-87")]),
                Row::Cells(vec![Cell::text("合計").bold(), Cell::number("—", None), number("27/37", "27")]),
            ])
            .collect(),
        caption: Some("財政効果".to_owned()),
        summary: "区分ごとの効果額".to_owned(),
        unit: Some("（単位：百万円）".to_owned()),
        notes: vec!["（注）端数処理のため合計が一致しない。".to_owned()],
    })];
    let bytes = made(&paper);
    let cells = cells(&bytes);
    for text in dangerous {
        assert!(cells.contains(&Data::String(text.to_owned())), "{text} is no text");
    }
    assert!(cells.contains(&Data::Float(1234.5)));
    assert!(cells.contains(&Data::Float(-87.0)));
    assert!(cells.contains(&Data::String("27/37".to_owned())), "what no format shows is text");
    assert!(cells.contains(&Data::String("—".to_owned())));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>"), "no formula is ever written");
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("#,##0.0\"") && styles.contains("0;&quot;△&quot;0"), "{styles}");
    assert!(styles.contains("quotePrefix=\"1\""));
}

#[test]
fn a_title_that_finds_no_room_beside_the_meeting_stands_below_it() {
    let mut paper = common::progress(false);
    paper.title = "第1期改革推進プログラム（令和3年度～令和6年度）評価の集計【令和4年度】".to_owned();
    paper.sheet = Sheet { size: SheetSize::A4, landscape: false };
    let head = |texts: &[&str]| vec![texts.iter().map(|text| Cell::text(*text)).collect::<Vec<_>>()];
    paper.blocks = vec![Block::Table(Table {
        columns: vec![Column::mm(30.0), Column::mm(20.0), Column::mm(28.0), Column::share(1.0)],
        header: head(&["名称", "率", "分母", "計算のしかた"]),
        body: vec![],
        caption: None,
        summary: "率".to_owned(),
        unit: None,
        notes: vec![],
    })];
    let bytes = made(&paper);
    let mut book = open(&bytes);
    let sheet = book.sheet_names()[0].clone();
    let merged = book.merge_cells_by_sheet_name(&sheet).unwrap();
    let range = book.worksheet_range(&sheet).unwrap();
    let (row, column, _) = range.used_cells().find(|(_, _, cell)| cell.to_string() == paper.title).unwrap();
    assert!(row > 0, "below the meeting and the number of the paper");
    let area = merged.iter().find(|area| area.start == (row as u32, column as u32)).unwrap();
    assert_eq!((area.start.1, area.end.1), (0, 3), "over the whole width");
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let paper = common::progress(true);
    assert!(made(&paper) == made(&paper));
}

#[test]
fn each_table_has_a_worksheet_and_figures_are_pictures() {
    let mut paper = common::progress(false);
    let heading = Block::Heading { level: 1, text: "第2 財政指標の推移".to_owned() };
    paper.blocks.push(heading);
    paper.blocks.push(common::figure().1);
    let mut second = common::progress_table(1, false);
    let items = |row: &Row| matches!(row, Row::ItemStart { .. });
    let third = second.body.iter().enumerate().filter(|(_, row)| items(row)).nth(2).unwrap().0;
    second.body.truncate(third);
    paper.blocks.push(Block::Table(second));
    let bytes = made(&paper);
    let names = open(&bytes).sheet_names();
    assert_eq!(names, ["進捗状況", "進捗状況 (2)"]);
    let found: Vec<String> = cells(&bytes).iter().map(ToString::to_string).collect();
    assert!(found.iter().any(|cell| cell.contains("図1 経常収支比率の推移")));
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes[..])).unwrap();
    let mut picture = Vec::new();
    archive.by_name("xl/media/image1.png").unwrap().read_to_end(&mut picture).unwrap();
    let decoder = png::Decoder::new(Cursor::new(picture));
    let info = decoder.read_info().unwrap();
    assert_eq!((info.info().width, info.info().height), (1890, 827), "160 × 70 mm at 300 dpi");
    assert!(part(&bytes, "xl/drawings/drawing2.xml").contains("経常収支比率は4年間で上がった。"));
}

#[test]
fn libreoffice_opens_and_prints_it() {
    let bytes = made(&common::progress(true));
    let folder = tempfile::tempdir().unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let path = folder.path().join("paper.xlsx");
    std::fs::write(&path, &bytes).unwrap();
    // The bundled fonts, as on a machine where they are installed: what is printed then depends on
    // no other font of this one.
    let fonts = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts");
    let known = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>{}</dir>\
         <cachedir>{}/fonts</cachedir></fontconfig>",
        fonts.canonicalize().unwrap().display(),
        folder.path().display()
    );
    let config = folder.path().join("fonts.conf");
    std::fs::write(&config, known).unwrap();
    let done = std::process::Command::new("soffice")
        .env("FONTCONFIG_FILE", &config)
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .arg(&path)
        .output();
    if done.is_err() {
        eprintln!("soffice is not installed: this part was not tested");
        return;
    }
    let pdf = std::fs::read(folder.path().join("paper.pdf")).unwrap();
    let Some(text) = common::run_on_file(&["pdftotext", "-raw", "{}", "-"], &pdf, "pdf") else {
        return;
    };
    let found = common::without_space(&text);
    for text in common::texts(&common::progress(true)) {
        assert!(found.contains(&common::without_space(&text)), "not printed: {text}");
    }
    let pages = text.matches('\u{c}').count();
    let breaks = part(&bytes, "xl/worksheets/sheet1.xml").matches("<brk ").count();
    assert_eq!(pages, breaks + 1, "the pages end where the breaks are");
}

#[test]
fn what_stands_in_which_row() {
    let bytes = made(&common::progress(true));
    let mut book = open(&bytes);
    let range = book.worksheet_range("進捗状況").unwrap();
    let merged = book.merge_cells_by_sheet_name("進捗状況").unwrap();
    let mut dump = String::new();
    for (row, column, data) in range.used_cells() {
        let start = (row as u32, column as u32);
        let end = merged.iter().find(|area| area.start == start).map_or(start, |area| area.end);
        let text = data.to_string().replace('\n', "⏎");
        let (rows, columns) = (end.0 - start.0 + 1, end.1 - start.1 + 1);
        writeln!(dump, "{:3},{:2} {rows}×{columns}  {text}", row + 1, column + 1).unwrap();
    }
    common::golden("progress-workbook.txt", &dump);
}
