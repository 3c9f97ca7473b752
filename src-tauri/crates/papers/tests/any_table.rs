//! Tables nobody thought of: any arrangement of spans with any text in it.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::OnceLock;

use calamine::{Reader, Xlsx};
use papers::*;
use proptest::prelude::*;

fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(common::fonts)
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("行財政改革の推進".to_owned()),
        Just("、。」）".to_owned()),
        Just("（「".to_owned()),
        Just("ッーゃ".to_owned()),
        Just("12,345千円".to_owned()),
        Just("Web-PFI/DX".to_owned()),
        Just("#*$@<>\\\"".to_owned()),
        Just("=1+1".to_owned()),
        Just("\n".to_owned()),
        Just(" ".to_owned()),
        "[ぁ-んァ-ヶ㈱①△▲髙﨑一二三年度市税]{1,12}",
        "[!-~]{1,30}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn content() -> impl Strategy<Value = Content> {
    let bullet = prop_oneof![Just(None), Just(Some("・".to_owned())), Just(Some("(1)".to_owned()))];
    let line = (bullet, text()).prop_map(|(bullet, text)| Line { bullet, text });
    let tone = prop_oneof![Just(Tone::Current), Just(Tone::Past), Just(Tone::Planned)];
    prop_oneof![
        1 => Just(Content::Empty),
        4 => prop::collection::vec(line, 1..6).prop_map(Content::Text),
        1 => (text(), any::<i32>()).prop_map(|(text, value)| Content::Number {
            text: text.replace('\n', ""), value: Some(value.into())
        }),
        1 => any::<i32>().prop_map(|value| Content::Number {
            text: value.to_string(), value: Some(value.into())
        }),
        2 => (text(), tone).prop_map(|(words, tone)| Content::Arrow { words, tone }),
    ]
}

/// Cells that tile rows without a gap, from the wishes for their spans.
fn tile(columns: usize, rows: usize, wishes: Vec<(u16, u16, Content)>) -> Vec<Vec<Cell>> {
    let mut taken = vec![vec![false; columns]; rows];
    let mut out = vec![Vec::new(); rows];
    let mut wishes = wishes.into_iter().cycle();
    for row in 0..rows {
        for column in 0..columns {
            if taken[row][column] {
                continue;
            }
            let (down, right, content) = wishes.next().unwrap();
            let right = usize::from(right).min(columns - column);
            let right = (0..right).take_while(|at| !taken[row][column + at]).count();
            let down = usize::from(down).min(rows - row);
            for line in taken.iter_mut().skip(row).take(down) {
                line[column..column + right].fill(true);
            }
            out[row].push(Cell::new(content).spanning(down as u16, right as u16));
        }
    }
    out
}

fn cells(columns: usize, rows: usize) -> impl Strategy<Value = Vec<Vec<Cell>>> {
    prop::collection::vec((1..4u16, 1..4u16, content()), 1..30).prop_map(move |wishes| tile(columns, rows, wishes))
}

fn table() -> impl Strategy<Value = Table> {
    (1..8usize, 0..3usize).prop_flat_map(|(columns, header)| {
        let part = prop_oneof![
            3 => (1..6usize).prop_flat_map(move |rows| cells(columns, rows)).prop_map(|rows| {
                rows.into_iter().map(Row::Cells).collect::<Vec<_>>()
            }),
            1 => (text(), 1..5u8).prop_map(|(text, level)| vec![Row::Section { text, level }]),
            1 => text().prop_map(|name| vec![Row::ItemStart { name }]),
        ];
        let fit = (4f32..30.0, 0f32..80.0, any::<bool>()).prop_map(|(least, more, alike)| {
            if alike { Column::alike(least, least + more) } else { Column::fit(least, least + more) }
        });
        let width = prop_oneof![(8f32..40.0).prop_map(Column::mm), (1f32..4.0).prop_map(Column::share), fit];
        (
            prop::collection::vec(width, columns),
            cells(columns, header.max(1)),
            prop::collection::vec(part, 0..8),
            text(),
        )
            .prop_map(move |(columns, head, parts, note)| Table {
                columns,
                header: if header == 0 { Vec::new() } else { head },
                body: parts.into_iter().flatten().collect(),
                caption: None,
                summary: String::new(),
                unit: Some("（単位：人）".to_owned()),
                notes: vec![note],
            })
    })
}

/// How often each character occurs, spaces apart.
fn count(text: &str) -> BTreeMap<char, usize> {
    let mut count = BTreeMap::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        *count.entry(c).or_default() += 1;
    }
    count
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_table_fails_or_loses_text(table in table(), portrait in any::<bool>()) {
        let mut paper = common::progress(false);
        paper.sheet = Sheet {
            size: if portrait { SheetSize::A3 } else { SheetSize::A4 },
            landscape: !portrait,
        };
        paper.blocks = vec![Block::Table(table)];
        let expected = count(&common::texts(&paper).concat());

        let bytes = pdf(&paper, fonts(), common::created()).unwrap();
        if let Some(text) = common::run_on_file(&["pdftotext", "-raw", "{}", "-"], &bytes, "pdf") {
            let found = count(&text);
            // pdftotext takes a hyphen at the end of a line for a broken word.
            for (c, times) in expected.iter().filter(|(c, _)| **c != '-') {
                let found = found.get(c).copied().unwrap_or(0);
                prop_assert!(found >= *times, "PDF: {c:?} {found} times for {times}");
            }
        }

        let bytes = xlsx(&paper, fonts(), common::created()).unwrap();
        let mut book = Xlsx::new(Cursor::new(&bytes[..])).unwrap();
        let mut text = String::new();
        for name in book.sheet_names() {
            for (_, _, cell) in book.worksheet_range(&name).unwrap().used_cells() {
                text.push_str(&cell.to_string());
            }
        }
        let found = count(&text);
        for (c, times) in &expected {
            let found = found.get(c).copied().unwrap_or(0);
            prop_assert!(found >= *times, "workbook: {c:?} {found} times for {times}");
        }
    }

    #[test]
    fn spans_that_do_not_fit_are_an_error_and_no_panic(
        rows in prop::collection::vec(
            prop::collection::vec((0..5u16, 0..5u16, content()), 0..5), 0..5
        ),
    ) {
        let mut table = common::progress_table(1, false);
        table.columns = vec![Column::share(1.0); 3];
        table.header = Vec::new();
        table.body = rows
            .into_iter()
            .map(|row| {
                let cell = |(down, right, content): (u16, u16, Content)| {
                    Cell::new(content).spanning(down, right)
                };
                Row::Cells(row.into_iter().map(cell).collect())
            })
            .collect();
        let mut paper = common::progress(false);
        paper.blocks = vec![Block::Table(table)];
        let on_pages = pages_svg(&paper, fonts()).err();
        let in_workbook = xlsx(&paper, fonts(), common::created()).err();
        prop_assert_eq!(&on_pages, &in_workbook, "both writers read a table alike");
        let expected = matches!(on_pages, None | Some(PaperError::Table { table: 1, .. }));
        prop_assert!(expected, "{:?}", on_pages);
    }
}

#[test]
fn each_fault_of_a_table_is_named() {
    let fault = |columns: Vec<Column>, rows: Vec<Vec<Cell>>| {
        let mut table = common::progress_table(1, false);
        table.columns = columns;
        table.header = Vec::new();
        table.body = rows.into_iter().map(Row::Cells).collect();
        let mut paper = common::progress(false);
        paper.blocks = vec![Block::Table(table)];
        match pages_svg(&paper, fonts()) {
            Err(PaperError::Table { row, fault, .. }) => Some((row, fault)),
            other => panic!("{:?}", other.map(|pages| pages.len())),
        }
    };
    let two = || vec![Column::share(1.0); 2];
    let cell = || Cell::text("a");
    assert_eq!(fault(Vec::new(), vec![]), Some((0, TableFault::Columns)));
    assert_eq!(fault(vec![Column::mm(500.0)], vec![]), Some((0, TableFault::Columns)));
    assert_eq!(fault(vec![Column::mm(f32::NAN)], vec![]), Some((0, TableFault::Columns)));
    assert_eq!(fault(two(), vec![vec![cell(); 3]]), Some((1, TableFault::NoRoom)));
    assert_eq!(fault(two(), vec![vec![], vec![cell().spanning(1, 3)]]), Some((2, TableFault::NoRoom)));
    assert_eq!(fault(two(), vec![vec![cell().spanning(2, 1)]]), Some((1, TableFault::SpanTooLong)));
    assert_eq!(fault(two(), vec![vec![cell().spanning(0, 1)]]), Some((1, TableFault::SpanZero)));
}
