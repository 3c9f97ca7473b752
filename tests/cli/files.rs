//! Charts and papers: the files are made, where they were asked for, and are what they say.

use calamine::Reader as _;

use crate::bench::Bench;

const TITLES: [&str; 6] = [
    "経常収支比率の推移",
    "市債残高の推移",
    "財政調整基金残高と経常収支比率",
    "定員の推移",
    "基金残高の推移",
    "将来負担比率の推移",
];

/// Width in pixels, and dots per metre as written into the picture.
fn png(bytes: &[u8]) -> (u32, u32) {
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    let at = bytes.windows(4).position(|window| window == b"pHYs").expect("the resolution is written");
    assert_eq!((number(at + 4), bytes[at + 12]), (number(at + 8), 1), "the same both ways, per metre");
    (number(16), number(at + 4))
}

#[test]
fn all_charts_are_written_as_pictures_for_print() {
    let bench = Bench::with_sample();
    let told = bench.done(&["chart", "市.kaikaku", "--all", "--out", "図"]);
    let wanted: Vec<String> = TITLES.iter().map(|title| format!("作成：図/{title}.png")).collect();
    assert_eq!(told.lines().collect::<Vec<_>>(), wanted);
    assert_eq!(bench.names("図").len(), 6);
    for title in TITLES {
        assert_eq!(png(&bench.bytes(&format!("図/{title}.png"))), (1890, 11811), "160 mm at 300 dpi");
    }
}

#[test]
fn each_format_is_what_its_name_says() {
    let bench = Bench::with_sample();
    let one = |options: &[&str]| {
        let args = [&["chart", "市.kaikaku", "定員の推移", "--out", "図"], options].concat();
        let told = bench.done(&args);
        let name = told.trim_end().strip_prefix("作成：").unwrap().to_owned();
        (bench.bytes(&name), name)
    };
    let (bytes, name) = one(&["--format", "png", "--dpi", "600", "--width-mm", "120"]);
    assert_eq!((name.as_str(), png(&bytes)), ("図/定員の推移.png", (2835, 23622)));
    let (bytes, name) = one(&["--format", "svg"]);
    let svg = String::from_utf8(bytes).unwrap();
    assert_eq!(name, "図/定員の推移.svg");
    assert!(svg.contains("width=\"160mm\"") && svg.contains("平成23年度") && svg.contains("lang=\"ja\""));
    let (colour, _) = one(&["--format", "pdf"]);
    let (mono, name) = one(&["--format", "pdf", "--mono"]);
    assert_eq!(name, "図/定員の推移_mono.pdf", "the copy for monochrome does not take the place of the other");
    assert!(colour.starts_with(b"%PDF-") && mono.starts_with(b"%PDF-") && colour != mono);
    assert!(colour.windows(5).any(|bytes| bytes == b"%%EOF"));
    let (bytes, name) = one(&["--format", "emf"]);
    assert_eq!((name.as_str(), &bytes[40..44]), ("図/定員の推移.emf", &b" EMF"[..]));
    assert_eq!(bench.names("図").len(), 5);
    let again = one(&["--format", "emf"]).0;
    assert_eq!(again, bytes, "the same chart gives the same bytes");
}

#[test]
fn an_edit_changes_the_chart_and_undo_changes_it_back() {
    let bench = Bench::with_sample();
    let draw = || {
        bench.done(&["chart", "市.kaikaku", "経常収支比率の推移", "--out", "図", "--format", "svg"]);
        bench.bytes("図/経常収支比率の推移.svg")
    };
    let before = draw();
    let edited = bench
        .shown("市.kaikaku")
        .replace("\"94.2%\"", "\"99.9%\"")
        .replace("\"amount\": \"94.2\"", "\"amount\": \"99.9\"");
    bench.write("直し.json", edited);
    bench.done(&["load", "市.kaikaku", "直し.json"]);
    let after = draw();
    assert!(String::from_utf8_lossy(&after).contains("99.9%") && after != before);
    bench.done(&["undo", "市.kaikaku"]);
    assert_eq!(draw(), before);
}

#[test]
fn two_charts_of_one_title_do_not_overwrite_each_other() {
    let bench = Bench::with_sample();
    let same = bench.shown("市.kaikaku").replace("\"title\": \"基金残高の推移\"", "\"title\": \"定員の推移\"");
    bench.write("同名.json", same);
    bench.done(&["load", "市.kaikaku", "同名.json"]);
    bench.done(&["chart", "市.kaikaku", "--out", "図", "--format", "svg"]);
    let names = bench.names("図");
    assert_eq!(names.len(), 6, "{names:?}");
    assert!(names.contains(&"定員の推移 (2).svg".to_owned()), "{names:?}");
}

#[test]
fn a_title_as_long_as_titles_get_is_a_name_of_a_file() {
    let bench = Bench::with_sample();
    let long = "財政".repeat(60);
    let titled = bench.shown("市.kaikaku").replace("\"title\": \"定員の推移\"", &format!("\"title\": \"{long}/年度\""));
    bench.write("長い.json", titled);
    bench.done(&["load", "市.kaikaku", "長い.json"]);
    let told =
        bench.done(&["chart", "市.kaikaku", &format!("{long}/年度"), "--mono", "--width-mm", "250", "--out", "図"]);
    assert!(told.starts_with("作成：図/財政"), "{told}");
    assert_eq!(bench.names("図").len(), 1);
}

#[test]
fn the_progress_paper_is_a_pdf_and_a_workbook() {
    let bench = Bench::with_sample();
    assert_eq!(bench.done(&["paper", "市.kaikaku", "progress", "--out", "資料/資料1.pdf"]), "作成：資料/資料1.pdf\n");
    let pdf = bench.bytes("資料/資料1.pdf");
    assert!(pdf.starts_with(b"%PDF-") && pdf.windows(5).any(|bytes| bytes == b"%%EOF"));
    bench.done(&["paper", "市.kaikaku", "progress", "--out", "資料/資料1.XLSX"]);
    assert_eq!(bench.names("資料"), ["資料1.XLSX", "資料1.pdf"]);
    let bytes = bench.bytes("資料/資料1.XLSX");
    assert_eq!(&bytes[..4], b"PK\x03\x04");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["進捗状況"]);
    let range = book.worksheet_range("進捗状況").unwrap();
    let cells: String = range.used_cells().map(|(_, _, cell)| format!("{cell}\n")).collect();
    for text in [
        "資料1",
        "第3回 経営改革推進委員会",
        "令和6年2月2日",
        "髙﨑地区における地域交流拠点の整備",
        "※令和4年度までをもって終了",
    ] {
        assert!(cells.contains(text), "{text}");
    }
}
