//! What stands where on the pages, taken from the typeset document itself.

use std::fmt::Write;

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};

use super::Layout;
use crate::common;
use crate::grid::Grid;
use crate::measure::{NOT_AT_END, NOT_AT_START};
use crate::plan::{Style, widths_mm};
use crate::{Block, Cell, Column, Line, Paper, Row, Sheet, SheetSize, Table};

/// A printed line of text.
struct Printed {
    /// Left edge and baseline, mm.
    x: f64,
    y: f64,
    /// Right edge, mm.
    end: f64,
    /// Size, pt.
    size: f64,
    text: String,
}

/// The printed lines of each page, in the order they were set.
fn printed(layout: &Layout) -> Vec<Vec<Printed>> {
    let pages = layout.document.pages().iter();
    pages
        .map(|page| {
            let mut lines = Vec::new();
            collect(&page.frame, Transform::identity(), &mut lines);
            lines
        })
        .collect()
}

fn collect(frame: &Frame, transform: Transform, lines: &mut Vec<Printed>) {
    for (at, item) in frame.items() {
        let here = transform.pre_concat(Transform::translate(at.x, at.y));
        match item {
            FrameItem::Group(group) => {
                collect(&group.frame, here.pre_concat(group.transform), lines);
            }
            FrameItem::Text(text) => {
                let start = Point::zero().transform(here);
                let (x, y) = (start.x.to_mm(), start.y.to_mm());
                let end = x + text.width().to_mm();
                let size = text.size.to_pt();
                // Runs of one line follow one another with at most a gap that
                // justifying made.
                let gap = Abs::pt(size).to_mm() * 0.8;
                match lines.last_mut() {
                    Some(last) if (last.y - y).abs() < 0.01 && (x - last.end).abs() < gap => {
                        last.text.push_str(&text.text);
                        last.end = end;
                    }
                    _ => lines.push(Printed { x, y, end, size, text: text.text.to_string() }),
                }
            }
            _ => {}
        }
    }
}

fn layout(paper: &Paper) -> Layout {
    Layout::new(paper, &common::fonts()).unwrap()
}

fn table(paper: &Paper) -> &Table {
    let table = paper.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    table.unwrap()
}

/// The words that fit in no column are cut into pieces by the check below, so
/// a line is only compared with the marks it must not begin or end with.
fn assert_kinsoku(pages: &[Vec<Printed>]) {
    let mut lines = 0;
    for line in pages.iter().flatten() {
        let text = line.text.trim();
        let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
            continue;
        };
        lines += 1;
        let bullet = first == '・' && text.chars().nth(1).is_some();
        assert!(bullet || !NOT_AT_START.contains(first), "a line begins with {first}: {text}");
        assert!(!NOT_AT_END.contains(last), "a line ends with {last}: {text}");
    }
    assert!(lines > 300, "only {lines} lines were looked at");
}

#[test]
fn no_line_begins_or_ends_with_a_forbidden_mark() {
    assert_kinsoku(&printed(&layout(&common::progress(true))));
    // The same texts in columns of other widths break elsewhere.
    for width in [31.0, 33.0, 36.0, 39.0] {
        let mut paper = common::progress(false);
        let Some(Block::Table(table)) = paper.blocks.first_mut() else { panic!() };
        table.columns[2] = Column::mm(width);
        table.columns[3] = Column::mm(width - 4.0);
        assert_kinsoku(&printed(&layout(&paper)));
    }
}

#[test]
fn nothing_leaves_the_page_or_its_column() {
    let paper = common::progress(true);
    let style = Style::of(paper.sheet);
    let table = table(&paper);
    let grid = Grid::new(table, 1).unwrap();
    let metrics = &common::fonts().metrics;
    let widths = widths_mm(&table.columns, &grid, style.content_width(), &style, metrics).unwrap();
    let mut edges = vec![f64::from(style.margin_x)];
    for width in &widths {
        edges.push(edges[edges.len() - 1] + f64::from(*width));
    }
    let right = f64::from(style.width - style.margin_x);
    let foot = f64::from(style.height - style.margin_bottom);
    for (number, page) in printed(&layout(&paper)).iter().enumerate() {
        for line in page {
            let is_page_number = line.text == format!("{} / 5", number + 1);
            assert!(is_page_number || line.y < foot, "below the foot: {}", line.text);
            assert!(line.x >= edges[0] - 0.01, "left of the margin: {}", line.text);
            // The blank half of a mark at the end may lie in the margin.
            assert!(line.end < right + 1.5, "right of the margin: {}", line.text);
            let column = edges.iter().rposition(|edge| *edge <= line.x).unwrap();
            // Results and plans stand in the last three columns.
            if column >= 8 && line.size < 8.5 && line.text != "資料1" {
                let edge = edges.get(column + 1).copied().unwrap_or(right);
                assert!(line.end < edge + 0.5, "over its border: {}", line.text);
            }
        }
    }
}

#[test]
fn heads_and_sections_repeat_and_no_section_stands_alone() {
    let pages = printed(&layout(&common::progress_times(4)));
    assert!(pages.len() > 8, "{} pages are too few for this test", pages.len());
    let total = pages.len();
    for (number, page) in pages.iter().enumerate() {
        let number = number + 1;
        let has = |text: &str| page.iter().any(|line| line.text == text);
        assert!(has("取組項目") && has("R6") && has("No."), "page {number} has no head");
        assert!(has("資料1"), "page {number} has no number of the paper");
        assert!(has(&format!("{number} / {total}")), "page {number} has no page number");
        let is_section = |line: &&Printed| line.text.starts_with("方向性") || line.text.starts_with("◆◇");
        assert!(page.iter().any(|line| line.text.starts_with("◆◇")), "page {number}: no group");
        assert!(page.iter().any(|line| line.text.starts_with("方向性")), "page {number}");
        let lowest_section = page.iter().filter(is_section).map(|l| l.y).fold(0.0, f64::max);
        let text_below = page.iter().any(|line| line.y > lowest_section + 1.0 && line.size == 8.0);
        assert!(text_below, "page {number} ends with a section");
    }
}

#[test]
fn an_item_taller_than_a_page_goes_on_and_says_so() {
    let pages = printed(&layout(&common::progress(true)));
    let all: String = pages.iter().flatten().map(|line| line.text.as_str()).collect();
    for n in 1..=60 {
        assert!(all.contains(&format!("・{n}件目として")), "result {n} of the item is missing");
    }
    let with_results: Vec<_> =
        (0..pages.len()).filter(|&page| pages[page].iter().any(|line| line.text.contains("件目として"))).collect();
    assert!(with_results.len() >= 3, "the item should run over three pages");
    for (at, &page) in with_results.iter().enumerate() {
        let said = pages[page].iter().any(|line| line.text.contains("（続き）"));
        let named = pages[page].iter().any(|line| line.text.starts_with("デジタル化の推進"));
        assert_eq!(said, at > 0, "page {} of the item", at + 1);
        assert!(named, "page {} of the item has no name", at + 1);
    }
    let last = with_results[with_results.len() - 1];
    assert!(
        pages[last + 1..].iter().flatten().all(|line| !line.text.contains("（続き）")),
        "the head of the item ends with it"
    );
}

#[test]
fn other_items_stay_on_one_page() {
    let paper = common::progress_times(3);
    let pages = printed(&layout(&paper));
    // First and last result of the longest items, whose texts occur nowhere else.
    for (first, last) in [
        ("・提案型協働事業に11団体", "・協働の進め方についての"),
        ("・中央公園で利用者", "・地域の住民による"),
        ("・地域施設の再編の考え方を", "・緑台小学校の建替えについて"),
    ] {
        let at = |text: &str| -> Vec<usize> {
            let has = |page: &&Vec<Printed>| page.iter().any(|l| l.text.starts_with(text));
            (0..pages.len()).filter(|&page| has(&&pages[page])).collect()
        };
        assert_eq!(at(first), at(last), "{first} is parted from {last}");
    }
}

/// A table of one item whose results have a number of lines.
fn item_of(lines: usize, named: bool) -> Paper {
    let mut paper = common::progress(false);
    let result = |n: usize| Line::bulleted("・", format!("結果{n}番"));
    let lane = |n: u32| Cell::text(format!("第{n}の取組"));
    let mut body = Vec::new();
    if named {
        body.push(Row::ItemStart { name: "① 長い項目".to_owned() });
    }
    body.push(Row::Cells(vec![
        Cell::text("①").spanning(3, 1),
        lane(1),
        Cell::lines((1..=lines).map(result).collect()).spanning(3, 1),
    ]));
    body.push(Row::Cells(vec![lane(2)]));
    body.push(Row::Cells(vec![lane(3)]));
    paper.blocks = vec![Block::Table(Table {
        columns: vec![Column::mm(20.0), Column::mm(60.0), Column::share(1.0)],
        header: vec![vec![Cell::text("No."), Cell::text("取組"), Cell::text("実績")]],
        body,
        caption: None,
        summary: String::new(),
        unit: None,
        notes: Vec::new(),
    })];
    paper
}

#[test]
fn items_of_every_height_lose_no_line() {
    for lines in (1..=9).map(|n| n * 8).chain([58, 59, 60, 61, 62, 63, 64, 65, 130]) {
        for named in [true, false] {
            let pages = printed(&layout(&item_of(lines, named)));
            let foot = 297.0 - 14.0;
            let mut found = vec![false; lines + 1];
            for line in pages.iter().flatten() {
                let number = line.text.strip_prefix("・結果").and_then(|t| t.strip_suffix("番"));
                if let Some(number) = number {
                    assert!(line.y < foot, "{lines} lines: {} is cut off", line.text);
                    found[number.parse::<usize>().unwrap()] = true;
                }
            }
            assert!(found[1..].iter().all(|found| *found), "{lines} lines: one is missing");
        }
    }
}

#[test]
fn bars_stand_beside_their_lane() {
    let page = &printed(&layout(&common::progress(false)))[0];
    let y = |text: &str| page.iter().find(|line| line.text == text).unwrap().y;
    for (lane, words) in [
        ("・選別基準の整理", "準備"),
        ("・図書館への移管", "4年間で計画的に移管"),
        ("・みどり野まちづくり塾", "実施・検証・実施"),
        ("・大学との連携", "拡充"),
    ] {
        let lane = y(lane);
        let near = page.iter().filter(|l| l.text == words).any(|l| (l.y - lane).abs() < 1.2);
        assert!(near, "the bar {words} does not stand beside its lane");
    }
}

#[test]
fn where_everything_stands() {
    let mut dump = String::new();
    for (number, page) in printed(&layout(&common::progress(true))).iter().enumerate() {
        writeln!(dump, "page {}", number + 1).unwrap();
        for line in page {
            writeln!(dump, "{:7.1} {:7.1} {:5.2}  {}", line.x, line.y, line.size, line.text).unwrap();
        }
    }
    common::golden("progress-pages.txt", &dump);
}

#[test]
fn a_long_title_breaks_between_its_parts_and_never_inside_a_year() {
    let fonts = common::fonts();
    let title = "みどり野市第1期行財政改革推進プログラム（令和3年度～令和6年度）に掲げた取組の評価の集計【令和4年度】";
    for sheet in [Sheet { size: SheetSize::A3, landscape: true }, Sheet { size: SheetSize::A4, landscape: false }] {
        let paper = Paper { title: title.into(), sheet, blocks: Vec::new(), ..common::progress(false) };
        let layout = Layout::new(&paper, &fonts).unwrap();
        let size = f64::from(Style::of(sheet).title_pt);
        let lines: Vec<_> = printed(&layout)
            .remove(0)
            .into_iter()
            .filter(|line| (line.size - size).abs() < 0.1 && line.y < 40.0)
            .collect();
        let lines: Vec<_> = lines.into_iter().filter(|line| line.text != "資料1").collect();
        assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<String>(), title);
        let begins = ["みどり野市", "（令和3年度", "に掲げた", "【令和4年度"];
        assert!(lines.iter().all(|line| begins.iter().any(|begin| line.text.starts_with(begin))), "{sheet:?}");
        let high = lines.iter().map(|line| line.y).fold(0.0, f64::max) > lines[0].y;
        assert_eq!(high, sheet.size == SheetSize::A4, "{sheet:?}: only the narrow sheet takes two lines");
    }
}
