//! A report on A4: headings, running text, a figure and a table of amounts.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use papers::{Align, Block, Cell, Column, Line, Paper, Row, Sheet, SheetSize, Table, pages_svg, pdf, xlsx};

fn amount(text: &str) -> Cell {
    let value = text.replace(',', "").replace('△', "-").parse().ok();
    Cell::number(text, value)
}

fn effects() -> Table {
    let rows = [
        ("歳入の確保", ["2,860", "4,120", "14,300", "21,280"]),
        ("事務事業の見直し", ["18,400", "31,050", "△1,200", "48,250"]),
        ("補助金の適正化", ["—", "6,700", "9,880", "16,580"]),
    ];
    let mut body = vec![Row::Section { text: "一般会計".to_owned(), level: 2 }];
    for (name, amounts) in rows {
        let mut cells = vec![Cell::text(name).heading()];
        cells.extend(amounts.map(amount));
        body.push(Row::Cells(cells));
    }
    let mut total = vec![Cell::text("合計").heading().bold().aligned(Align::Center)];
    total.extend(["21,260", "41,870", "22,980", "86,110"].map(|text| amount(text).bold()));
    body.push(Row::Cells(total));
    Table {
        columns: [Column::share(1.0)].into_iter().chain([Column::mm(27.0); 4]).collect(),
        header: vec![
            vec![
                Cell::text("区分").spanning(2, 1),
                Cell::text("効果額").spanning(1, 3),
                Cell::text("計").spanning(2, 1),
            ],
            vec![Cell::text("R3"), Cell::text("R4"), Cell::text("R5\n(見込)")],
        ],
        body,
        caption: Some("表1 財政効果額".to_owned()),
        summary: "区分と年度ごとの財政効果額".to_owned(),
        unit: Some("（単位：千円）".to_owned()),
        notes: vec![
            "※1 △は効果額の減を表す。".to_owned(),
            "（注）端数処理のため、合計が内訳の計と一致しないことがある。令和5年度は決算が確定していないため、9月末までの実績に基づく見込みの額である。".to_owned(),
        ],
    }
}

fn report() -> Paper {
    let heading = |level, text: &str| Block::Heading { level, text: text.to_owned() };
    let mut paper = common::progress(false);
    paper.title = "行財政改革プログラムの財政効果について".to_owned();
    paper.masthead.doc_no = Some("資料2-1".to_owned());
    paper.sheet = Sheet { size: SheetSize::A4, landscape: false };
    paper.blocks = vec![
        heading(1, "第1 財政効果の概要"),
        Block::Paragraph(vec![
            Line::plain(
                "令和3年度から令和5年度までの財政効果額は、86,110千円となる見込みである。詳しい算定の方法はhttps://www.example.jp/midorino/gyozaisei/kaikaku/koka-santei-houhou-2024.htmlに示す。",
            ),
            Line::bulleted("・", "事務事業の見直しによる効果が全体の半ばを超え、令和4年度に最も大きくなった。"),
            Line::bulleted(
                "(1)",
                "広告などによる歳入の確保は、ネーミングライツの導入により令和5年度に大きく伸びる見込みである。",
            ),
        ]),
        heading(2, "1 区分ごとの効果額"),
        Block::Table(effects()),
        heading(3, "(1) 経常収支比率への影響"),
        common::figure().1,
        Block::Note("※ 経常収支比率は普通会計の決算による。".to_owned()),
    ];
    paper
}

#[test]
fn a_report_holds_all_its_texts_in_both_files() {
    let fonts = common::fonts();
    let paper = report();
    let bytes = pdf(&paper, &fonts, common::created()).unwrap();
    let book = xlsx(&paper, &fonts, common::created()).unwrap();
    if let Some(folder) = std::env::var_os("PAPERS_LOOK") {
        let folder = std::path::PathBuf::from(folder);
        std::fs::write(folder.join("report.pdf"), &bytes).unwrap();
        std::fs::write(folder.join("report.xlsx"), &book).unwrap();
        for (name, paper) in [("progress", common::progress(false)), ("sixty", common::progress(true))] {
            let made = pdf(&paper, &fonts, common::created()).unwrap();
            std::fs::write(folder.join(name).with_extension("pdf"), made).unwrap();
            let made = xlsx(&paper, &fonts, common::created()).unwrap();
            std::fs::write(folder.join(name).with_extension("xlsx"), made).unwrap();
        }
    }
    assert_eq!(pages_svg(&paper, &fonts).unwrap().len(), 1, "one page of A4");
    let Some(text) = common::run_on_file(&["pdftotext", "-raw", "{}", "-"], &bytes, "pdf") else {
        return;
    };
    let found = common::without_space(&text);
    for text in common::texts(&paper) {
        // pdftotext takes a hyphen at the end of a line for a broken word; else
        // the address of the page can be copied although it breaks.
        let text = common::without_space(&text);
        let plain = |text: &str| text.replace('-', "");
        assert!(plain(&found).contains(&plain(&text)), "{text}\n{found}");
    }
}

#[test]
fn the_tags_of_a_report_follow_its_headings_and_head() {
    let bytes = pdf(&report(), &common::fonts(), common::created()).unwrap();
    let Some(tree) = common::run_on_file(&["pdfinfo", "-struct", "{}"], &bytes, "pdf") else {
        return;
    };
    for tag in ["H1", "H2", "H3", "H4", "Figure", "Table", "TH", "TD"] {
        assert!(tree.lines().any(|line| line.trim().starts_with(tag)), "no tag {tag}:\n{tree}");
    }
}
