//! Files that cannot be read as a whole: each has an error of its own.

use exchange::{ExchangeError, Extent, Form, read_csv, read_fiscal, read_progress, recognise};

use super::{bytes, table};

#[test]
fn an_empty_file_is_empty_in_every_encoding() {
    for name in ["empty.csv", "blank.csv"] {
        assert_eq!(read_csv(&bytes(name)), Err(ExchangeError::Empty), "{name}");
    }
    for blank in ["", "\r\n\r\n", " , ,\n", "\t\t", "　"] {
        assert_eq!(read_csv(blank.as_bytes()), Err(ExchangeError::Empty), "{blank:?}");
    }
    assert_eq!(read_csv(b"\xff\xfe"), Err(ExchangeError::Empty));
}

#[test]
fn an_unknown_encoding_is_never_guessed() {
    // EUC-JP from the first line on; one byte lost in the third value's name.
    for (name, line) in [("fiscal-euc-jp.csv", 1), ("fiscal-damaged-utf8.csv", 6)] {
        assert_eq!(read_csv(&bytes(name)), Err(ExchangeError::UnknownEncoding { line }), "{name}");
    }
    let utf16_without_mark: Vec<u8> = "指標,年度".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for binary in [b"\x00\x01\x02\x03".as_slice(), b"\xff\xfe\x00\xd8", &utf16_without_mark] {
        assert!(matches!(read_csv(binary), Err(ExchangeError::UnknownEncoding { .. })), "{binary:?}");
    }
    let mut damaged = bytes("fiscal-utf8-bom.csv");
    damaged[40] = 0xff;
    assert!(matches!(read_csv(&damaged), Err(ExchangeError::UnknownEncoding { .. })));
}

#[test]
fn a_workbook_is_told_from_a_csv_file() {
    assert_eq!(read_csv(b"PK\x03\x04\x14\x00\x06\x00"), Err(ExchangeError::Workbook));
    assert_eq!(read_csv(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Err(ExchangeError::Workbook));
}

#[test]
fn an_unclosed_quote_names_its_row() {
    assert_eq!(read_csv(&bytes("unclosed-quote.csv")), Err(ExchangeError::UnclosedQuote { line: 4 }));
}

#[test]
fn too_much_of_anything_is_refused() {
    let too_large = |what, limit| Err(ExchangeError::TooLarge { what, limit });
    assert_eq!(read_csv(&vec![b'a'; 16 * 1024 * 1024 + 1]), too_large(Extent::Bytes, 16 * 1024 * 1024));
    assert_eq!(read_csv("a\n".repeat(50_001).as_bytes()), too_large(Extent::Rows, 50_000));
    assert_eq!(read_csv(",".repeat(1_024).as_bytes()), too_large(Extent::Columns, 1_024));
    assert_eq!(read_csv("a,".repeat(1_000).as_bytes()).map(|table| table.header.len()), Ok(1_001));
    let wide = format!("{}\n", "a,".repeat(1_000));
    assert_eq!(read_csv(wide.repeat(1_000).as_bytes()), too_large(Extent::Cells, 1_000_000));
}

#[test]
fn another_form_is_named_by_its_headings() {
    let other = table("other-form.csv");
    assert_eq!(other.preamble.len(), 1, "the title stands above");
    let headings = vec!["質問".to_owned(), "回答数".to_owned()];
    assert_eq!(recognise(&other), Err(ExchangeError::UnknownForm { headings }));
}

#[test]
fn missing_columns_are_named_beside_those_found() {
    let found = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let fiscal = table("fiscal-missing-columns.csv");
    let error = ExchangeError::MissingColumns {
        form: Form::FiscalSeries,
        found: found(&["指標", "単位", "年度", "金額"]),
        missing: found(&["区分", "値"]),
    };
    assert_eq!(recognise(&fiscal), Err(error.clone()));
    assert_eq!(read_fiscal(&fiscal).err(), Some(error));

    let progress = table("progress-missing-columns.csv");
    let error = recognise(&progress).err();
    assert_eq!(read_progress(&progress).err(), error);
    let Some(ExchangeError::MissingColumns { form, missing, .. }) = error else {
        panic!("{error:?}");
    };
    assert_eq!(form, Form::Progress);
    assert_eq!(missing, ["年度スケジュール"]);
    let Err(ExchangeError::MissingColumns { missing, .. }) = read_progress(&fiscal) else {
        panic!("a fiscal table is no progress table");
    };
    assert_eq!(missing, ["No.", "実施プログラム", "取組項目", "年度スケジュール", "年度"]);
}

#[test]
fn headings_without_rows_are_told() {
    let table = table("fiscal-header-only.csv");
    assert_eq!(recognise(&table), Err(ExchangeError::NoRows { form: Form::FiscalSeries }));
}
