//! Bytes to words: nothing is lost and nothing panics.

use exchange::{Encoding, Separator, Table, read_csv, read_fiscal, read_progress, recognise};
use proptest::prelude::*;

use super::table;

fn cells(table: &Table) -> Vec<Vec<String>> {
    std::iter::once(table.header.clone()).chain(table.rows.iter().map(|row| row.cells.clone())).collect()
}

#[test]
fn one_table_in_every_encoding_is_the_same_table() {
    let with_mark = table("fiscal-utf8-bom.csv");
    assert_eq!(with_mark.encoding, Some(Encoding::Utf8Bom));
    assert_eq!(with_mark.separator, Some(Separator::Comma));
    let plain = table("fiscal-utf8-lf.csv");
    assert_eq!(plain.encoding, Some(Encoding::Utf8));
    assert_eq!(cells(&plain), cells(&with_mark));
    let wide = table("fiscal-tab-utf16.txt");
    assert_eq!(wide.encoding, Some(Encoding::Utf16Le));
    assert_eq!(wide.separator, Some(Separator::Tab));
    assert_eq!(cells(&wide), cells(&with_mark));
    let windows = table("fiscal-cp932.csv");
    assert_eq!(windows.encoding, Some(Encoding::Cp932));
    assert_eq!(windows.header_line, 4, "a title, a date and a blank row stand above");
    assert_eq!(windows.preamble.len(), 2);
    assert_eq!(windows.rows[0].line, 5);
    assert_eq!(windows.rows.last().map(|row| row.line), Some(23), "a blank row is counted");
    assert_eq!(windows.rows[..17].len(), with_mark.rows.len());
    for (left, right) in windows.rows.iter().zip(&with_mark.rows) {
        let dashes: Vec<String> = right.cells.iter().map(|cell| cell.replace('—', "―")).collect();
        assert_eq!(left.cells, dashes);
    }
}

#[test]
fn rows_are_counted_as_excel_shows_them() {
    let text = "指標,単位,年度,区分,値\r\n\r\n\"二行の\r\n名前\",人,R3,実績,\"1\"\"2\"\r\n,,,,\r\n終,人,R4,実績,3";
    let table = read_csv(text.as_bytes()).unwrap();
    let lines: Vec<u32> = table.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [3, 5]);
    assert_eq!(table.rows[0].cells[0], "二行の\n名前");
    assert_eq!(table.rows[0].cells[4], "1\"2");
    let old_mac = read_csv("指標,年度\ra,R3\r".as_bytes()).unwrap();
    assert_eq!(old_mac.rows.len(), 1);
}

#[test]
fn a_comma_in_a_tab_separated_text_parts_nothing() {
    let text = "指標\t単位\t年度\t区分\t値\n貯金\t千円\tR3\t決算\t1,000,000\n";
    let table = read_csv(text.as_bytes()).unwrap();
    assert_eq!(table.separator, Some(Separator::Tab));
    assert_eq!(table.rows[0].cells[4], "1,000,000");
}

/// The work must not grow with the square of the size: these would take hours then.
#[test]
fn the_largest_tables_and_cells_are_read() {
    use std::fmt::Write as _;
    let mut progress = "方向性,No.,実施プログラム,取組項目,R3,年度スケジュール\n".to_owned();
    let mut fiscal = "指標,単位,年度,区分,値,原文\n".to_owned();
    for at in 0..40_000 {
        writeln!(progress, "方向性{at} あ,{at},題{at},項目,実施,R3 実施").unwrap();
        writeln!(fiscal, "指標{at},人,R3,実績,{at},{at}人").unwrap();
    }
    let reading = read_progress(&read_csv(progress.as_bytes()).unwrap()).unwrap();
    assert_eq!((reading.draft.items.len(), reading.findings.len()), (40_000, 0));
    let reading = read_fiscal(&read_csv(fiscal.as_bytes()).unwrap()).unwrap();
    assert_eq!(reading.draft.indicators.len(), 40_000);
    for piece in ["実施/", "R3/", "(R3)", "1 ", "△", "※", "R3 1/37団体 "] {
        let huge = piece.repeat(100_000);
        let text = format!(
            "指標,単位,年度,区分,値,原文\n\"{huge}\",人,R3,目標,1,\"{huge}\"\n職員数,人,R3,実績,1,\"{huge}\"\n"
        );
        let reading = read_fiscal(&read_csv(text.as_bytes()).unwrap()).unwrap();
        assert_eq!(reading.draft.indicators[1].observations[0].figure.text, huge);
        let text = format!(
            "No.,実施プログラム,終了の表示,取組項目,R3,年度スケジュール\n1,題,\"{huge}\",\"{huge}\",\"{huge}\",\"{huge}\"\n"
        );
        let reading = read_progress(&read_csv(text.as_bytes()).unwrap()).unwrap();
        assert_eq!(reading.draft.items[0].life_cycle.words, huge.trim());
    }
}

/// Words as they occur, and characters that trouble a reader of CSV.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ぁ-んァ-ヶ一-龠0-9A-Za-z％△①（）「」、。・ ]{0,12}",
        "[\",\n\t;'=+@#% a-z0-9]{0,8}",
        any::<String>().prop_map(|text| text.replace(['\r', '\0'], "")),
    ]
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(cell(), 5), 1..12)
}

fn written(rows: &[Vec<String>], mark: bool, crlf: bool) -> Vec<u8> {
    let mut bytes = if mark { b"\xef\xbb\xbf".to_vec() } else { Vec::new() };
    let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut writer = csv::WriterBuilder::new().terminator(end).from_writer(&mut bytes);
    writer.write_record(["指標", "単位", "年度", "区分", "値"]).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.flush().unwrap();
    drop(writer);
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_cell_written_is_read(rows in rows(), mark: bool, crlf: bool) {
        let table = read_csv(&written(&rows, mark, crlf)).unwrap();
        let filled: Vec<(usize, &Vec<String>)> = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()))
            .collect();
        prop_assert_eq!(table.rows.len(), filled.len());
        for (read, (at, row)) in table.rows.iter().zip(filled) {
            prop_assert_eq!(&read.cells, row);
            prop_assert_eq!(read.line as usize, at + 2);
        }
    }

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(table) = read_csv(&bytes) {
            let _ = recognise(&table);
        }
    }

    #[test]
    fn random_text_never_panics(text in "[指標単位年度区分値,\"\n\r\tR0-9（）()]{0,200}") {
        if let Ok(table) = read_csv(text.as_bytes()) {
            let _ = recognise(&table);
        }
    }

    #[test]
    fn random_cells_below_known_headings_never_panic_and_are_all_shown(rows in rows()) {
        let bytes = written(&rows, true, true);
        let table = read_csv(&bytes).unwrap();
        if !table.rows.is_empty() {
            let reading = read_fiscal(&table).unwrap();
            for row in &table.rows {
                for cell in row.cells.iter().filter(|cell| !cell.trim().is_empty()) {
                    prop_assert!(
                        reading.cells.iter().any(|read| read.line == row.line && read.source == *cell),
                        "{cell:?} of row {} is shown nowhere", row.line
                    );
                }
            }
        }
    }

    #[test]
    fn random_progress_never_panics_and_is_all_shown(rows in prop::collection::vec(
        prop::collection::vec(prop_oneof![
            cell(),
            "(R[3-6])?[～~/ ]{0,2}(R[3-6])? ?(検討|実施)?( / R[1-9] 実施)?",
            "(※?令和[0-9]{1,2}年度まで|①|方向性1 |◆◇)?(終了|実施)?",
        ], 9), 1..10)) {
        let mut text = "\"グループ\",\"方向性\",\"No.\",\"実施プログラム\",\"終了の表示\",\"取組項目\",\"R3\",\"年度スケジュール(R5.3時点想定)\",\"令和4年度までの取組実績\"\n".to_owned();
        for row in &rows {
            let row: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&row.join(","));
            text.push('\n');
        }
        let table = read_csv(text.as_bytes()).unwrap();
        if !table.rows.is_empty() {
            let reading = read_progress(&table).unwrap();
            for row in &table.rows {
                for cell in row.cells.iter().filter(|cell| !cell.trim().is_empty()) {
                    prop_assert!(
                        reading.cells.iter().any(|read| read.line == row.line && read.source == *cell)
                    );
                }
            }
        }
    }
}
