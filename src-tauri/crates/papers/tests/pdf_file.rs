//! The PDF as a file: what readers, checkers and copying programs find in it.
//!
//! Tests that read the file back use the programs pdftotext, pdfinfo and qpdf;
//! where one is absent the test says so and passes.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use papers::{Block, FontFaces, Fonts, Line, PaperError, pages_svg, pdf, preflight};

fn made(sixty: bool) -> (Vec<u8>, Fonts) {
    let fonts = common::fonts();
    let bytes = pdf(&common::progress(sixty), &fonts, common::created()).unwrap();
    (bytes, fonts)
}

#[test]
fn every_text_of_the_paper_can_be_copied() {
    for sixty in [false, true] {
        let (bytes, _) = made(sixty);
        let Some(text) = common::run_on_file(&["pdftotext", "-raw", "{}", "-"], &bytes, "pdf") else {
            return;
        };
        let found = common::without_space(&text);
        // Heads of pages stand between the two parts of a text that breaks.
        let mut parted = 0;
        for expected in common::texts(&common::progress(sixty)) {
            let expected = common::without_space(&expected);
            if found.contains(&expected) {
                continue;
            }
            parted += 1;
            let cut = expected
                .char_indices()
                .map(|(at, _)| at)
                .find(|&at| found.contains(&expected[..at]) && found.contains(&expected[at..]));
            assert!(cut.is_some(), "not in the PDF: {expected}");
        }
        assert!(parted <= if sixty { 6 } else { 3 }, "{parted} texts were parted");
    }
}

#[test]
fn the_file_is_tagged_and_keeps_the_standards() {
    let (bytes, _) = made(true);
    if let Some(info) = common::run_on_file(&["pdfinfo", "{}"], &bytes, "pdf") {
        assert!(info.contains("Tagged:          yes"), "{info}");
        assert!(info.contains("(A3)"), "{info}");
        assert!(info.contains("Author:          みどり野市"), "{info}");
        assert!(info.contains("CreationDate:    Fri Feb  2"), "{info}");
    }
    if let Some(tree) = common::run_on_file(&["pdfinfo", "-struct", "{}"], &bytes, "pdf") {
        for tag in ["Document", "H1", "Table", "TR", "TH", "TD", "P"] {
            assert!(tree.lines().any(|line| line.trim().starts_with(tag)), "no tag {tag}");
        }
    }
    if let Some(plain) = common::run_on_file(&["qpdf", "--qdf", "--object-streams=disable", "{}", "-"], &bytes, "pdf") {
        for part in [
            "/StructTreeRoot",
            "/MarkInfo",
            "/Lang (ja-JP)",
            "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "/Scope /Column",
            "/Scope /Row",
            "/ColSpan 5",
            "/RowSpan 4",
            "/Summary",
        ] {
            assert!(plain.contains(part), "{part} is not in the file");
        }
        assert!(!plain.contains("/Subtype /Image"), "a page of text holds no pictures");
    }
    if let Some(check) = common::run_on_file(&["qpdf", "--check", "{}"], &bytes, "pdf") {
        assert!(check.contains("No syntax or stream encoding errors"), "{check}");
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let (first, fonts) = made(false);
    let paper = common::progress(false);
    assert!(first == pdf(&paper, &fonts, common::created()).unwrap());
    assert!(first == pdf(&paper, &common::fonts(), common::created()).unwrap(), "fonts read anew");
    assert_eq!(pages_svg(&paper, &fonts).unwrap(), pages_svg(&paper, &fonts).unwrap());
}

#[test]
fn the_preview_shows_the_pages_of_the_file() {
    let (_, fonts) = made(false);
    let pages = pages_svg(&common::progress(false), &fonts).unwrap();
    assert_eq!(pages.len(), 3);
    for page in pages {
        assert!(page.starts_with("<svg"), "{}", &page[..60]);
        assert!(page.contains("viewBox=\"0 0 1190.55"), "A3 in points: {}", &page[..200]);
        assert!(!page.contains("<text"), "the text is drawn as outlines");
    }
}

#[test]
fn a_missing_glyph_is_named_before_anything_is_written() {
    let fonts = common::fonts();
    let mut paper = common::progress(false);
    paper.blocks.push(Block::Paragraph(vec![Line::plain("𠮷野家と葛\u{e0100}飾区の𠮷田さん☑")]));
    let expected = PaperError::MissingGlyphs {
        chars: vec!['𠮷', '\u{e0100}', '☑'],
        text: "𠮷野家と葛\u{e0100}飾区の𠮷田さん☑".to_owned(),
    };
    assert_eq!(preflight(&paper, &fonts), Err(expected.clone()));
    assert_eq!(pdf(&paper, &fonts, common::created()), Err(expected));
    assert_eq!(fonts.missing("髙﨑 ㈱①△▲ ↗→↘ ～－％\t㋿\n隆"), Vec::<char>::new());
    assert_eq!(fonts.missing("あ\u{7}い"), vec!['\u{7}'], "control characters print nothing");
}

#[test]
fn typed_text_is_never_markup() {
    let fonts = common::fonts();
    let mut paper = common::progress(false);
    let texts = [
        "*太字* _斜体_ #panic() $x^2$ @ref <label> = 見出し",
        "// 注釈 /* 注釈 */ \\u{41} `code` ~ --- \"引用\" 'x'",
        "{page} {pages} {name} [括弧] http://example.jp/?a=1&b=2",
    ];
    paper.title = texts[0].to_owned();
    paper.blocks.insert(0, Block::Paragraph(texts.map(Line::plain).to_vec()));
    paper.blocks.insert(0, Block::Heading { level: 2, text: texts[1].to_owned() });
    let bytes = pdf(&paper, &fonts, common::created()).unwrap();
    let Some(found) = common::run_on_file(&["pdftotext", "-raw", "{}", "-"], &bytes, "pdf") else {
        return;
    };
    let found = common::without_space(&found);
    for text in texts {
        assert!(found.contains(&common::without_space(text)), "{text}\n{found}");
    }
}

#[test]
fn figures_are_drawn_with_their_words() {
    let fonts = common::fonts();
    let (_, figure) = common::figure();
    let mut paper = common::progress(false);
    paper.blocks.insert(0, figure);
    let bytes = pdf(&paper, &fonts, common::created()).unwrap();
    if let Some(found) = common::run_on_file(&["pdftotext", "-raw", "{}", "-"], &bytes, "pdf") {
        assert!(found.contains("経常収支比率") && found.contains("図1"), "{found}");
    }
    if let Some(list) = common::run_on_file(&["pdfimages", "-list", "{}"], &bytes, "pdf") {
        assert_eq!(list.lines().count(), 2, "the drawing stays a drawing: {list}");
    }
    let Some(Block::Figure { drawing, .. }) = paper.blocks.first_mut() else { panic!() };
    *drawing = "<svg".to_owned().into();
    assert!(pdf(&paper, &fonts, common::created()).is_err());
}

#[test]
fn other_fonts_than_the_templates_name_are_refused() {
    let face = |name: &str| -> std::borrow::Cow<'static, [u8]> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/fonts/");
        std::fs::read(format!("{folder}{name}")).unwrap().into()
    };
    let right = || FontFaces {
        gothic_regular: face("BIZUDGothic-Regular.ttf"),
        gothic_bold: face("BIZUDGothic-Bold.ttf"),
        pgothic_regular: face("BIZUDPGothic-Regular.ttf"),
        pgothic_bold: face("BIZUDPGothic-Bold.ttf"),
    };
    let swapped = FontFaces { gothic_bold: face("BIZUDGothic-Regular.ttf"), ..right() };
    let expected = PaperError::FontUnexpected { face: "gothic_bold", found: "BIZ UDGothic 400".to_owned() };
    assert_eq!(Fonts::new(swapped).err(), Some(expected));
    let broken = FontFaces { pgothic_regular: vec![0; 64].into(), ..right() };
    let expected = PaperError::FontUnreadable { face: "pgothic_regular" };
    assert_eq!(Fonts::new(broken).err(), Some(expected));
}
