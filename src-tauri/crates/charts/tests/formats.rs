//! The file formats: golden SVG, resolution of PNG, text of PDF, header of EMF, errors.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::path::PathBuf;
use std::process::Command;

use charts::*;

fn golden_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/golden/charts")
}

/// Compares with the golden file; `UPDATE_GOLDEN=1` rewrites it.
fn golden(name: &str, text: &str) {
    let path = golden_folder().join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(golden_folder()).unwrap();
        std::fs::write(&path, text).unwrap();
        return;
    }
    let known = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    if known != text {
        let line = known.lines().zip(text.lines()).position(|(a, b)| a != b).unwrap_or(0);
        panic!(
            "{name} differs from its golden file at line {}:\n- {}\n+ {}",
            line + 1,
            known.lines().nth(line).unwrap_or_default(),
            text.lines().nth(line).unwrap_or_default()
        );
    }
}

#[test]
fn drawings_match_their_golden_files() {
    let fonts = common::fonts();
    for (name, chart) in common::cases() {
        for (width, height, theme) in [(160, 90, Theme::Colour), (160, 90, Theme::Mono), (80, 65, Theme::Colour)] {
            let mut chart = chart.clone();
            (chart.width_mm, chart.height_mm, chart.theme) = (width, height, theme);
            let look = if theme == Theme::Colour { "colour" } else { "mono" };
            golden(&format!("{name}-{width}-{look}.svg"), &draw(&chart, &fonts).unwrap().svg());
        }
    }
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    let fonts = common::fonts();
    let make = || {
        let drawing = draw(&common::full_combo(), &fonts).unwrap();
        (drawing.svg(), drawing.emf(), drawing.png(&fonts, 96).unwrap(), drawing.pdf(&fonts).unwrap())
    };
    assert!(make() == make());
}

fn be(bytes: &[u8]) -> u32 {
    u32::from_be_bytes(bytes.try_into().unwrap())
}

fn le(bytes: &[u8]) -> u32 {
    u32::from_le_bytes(bytes.try_into().unwrap())
}

#[test]
fn png_says_its_resolution() {
    let fonts = common::fonts();
    let drawing = draw(&common::keijo(), &fonts).unwrap();
    for (dpi, per_metre, width, height) in [(300, 11_811, 1890, 1063), (600, 23_622, 3780, 2126)] {
        let png = drawing.png(&fonts, dpi).unwrap();
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!((be(&png[16..20]), be(&png[20..24])), (width, height));
        let at = png.windows(4).position(|w| w == b"pHYs").unwrap() + 4;
        assert_eq!((be(&png[at..at + 4]), be(&png[at + 4..at + 8]), png[at + 8]), (per_metre, per_metre, 1));
    }
    let error = drawing.png(&fonts, 20_000).unwrap_err();
    assert_eq!(error, ChartError::DpiOutOfRange { dpi: 20_000, min: 36, max: 1200 });
}

#[test]
fn svg_carries_size_language_and_alternative_text() {
    let fonts = common::fonts();
    let mut chart = common::keijo();
    chart.alt = "<92.7% & 95.8%>".into();
    let drawing = draw(&chart, &fonts).unwrap();
    for svg in [drawing.svg(), drawing.svg_outlined(&fonts).unwrap()] {
        assert!(svg.contains("width=\"160mm\" height=\"90mm\""));
        assert!(svg.contains("lang=\"ja\""));
        assert!(svg.contains("<title>経常収支比率の推移</title>"));
        assert!(svg.contains("<desc>&lt;92.7% &amp; 95.8%&gt;</desc>"));
    }
    assert!(drawing.svg().contains("viewBox=\"0 0 16000 9000\""));
    assert!(drawing.svg().contains(">95.8%</text>"));
    assert!(!drawing.svg_outlined(&fonts).unwrap().contains("<text"));
}

#[test]
fn outlined_svg_looks_like_the_text_svg_without_any_font() {
    let fonts = common::fonts();
    let drawing = draw(&common::combo(), &fonts).unwrap();
    let outlined = drawing.svg_outlined(&fonts).unwrap();
    let tree = usvg::Tree::from_str(&outlined, &usvg::Options::default()).unwrap();
    let mut pixmap = resvg::tiny_skia::Pixmap::new(800, 450).unwrap();
    pixmap.fill(resvg::tiny_skia::Color::WHITE);
    let scale = resvg::tiny_skia::Transform::from_scale(800.0 / tree.size().width(), 450.0 / tree.size().height());
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    let decoder = png::Decoder::new(std::io::Cursor::new(drawing.png(&fonts, 127).unwrap()));
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((info.width, info.height), (800, 450));
    let far = pixmap
        .data()
        .chunks_exact(4)
        .zip(pixels.chunks_exact(3))
        .filter(|(a, b)| (0..3).any(|i| a[i].abs_diff(b[i]) > 40))
        .count();
    assert!(far < 40, "{far} pixels differ");
}

#[test]
fn pdf_is_tagged_and_its_text_can_be_read() {
    let fonts = common::fonts();
    let pdf = draw(&common::keijo(), &fonts).unwrap().pdf(&fonts).unwrap();
    assert_eq!(&pdf[..5], b"%PDF-");
    let has = |needle: &[u8]| pdf.windows(needle.len()).any(|w| w == needle);
    assert!(has(b"BIZUDPGothic"), "the font is embedded");
    assert!(!has(b"/Subtype/Image") && !has(b"/Subtype /Image"), "no picture in it");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chart.pdf");
    std::fs::write(&file, &pdf).unwrap();
    let read = Command::new("pdftotext").arg(&file).arg("-").output();
    match read {
        Err(_) => eprintln!("pdftotext is not installed: reading the text back is not tested"),
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            for word in ["経常収支比率の推移", "目標値", "95.0%以下", "平成28年度", "95.8%", "※平成26年度までは決算値"]
            {
                assert!(text.contains(word), "{word} is not in:\n{text}");
            }
        }
    }
}

#[test]
fn emf_header_counts_its_bytes_and_records() {
    let fonts = common::fonts();
    let emf = draw(&common::full_combo(), &fonts).unwrap().emf();
    assert_eq!((le(&emf[0..4]), &emf[40..44]), (1, b" EMF".as_slice()));
    assert_eq!((le(&emf[32..36]), le(&emf[36..40])), (16_000, 9_000), "frame in 0.01 mm");
    assert_eq!(le(&emf[48..52]) as usize, emf.len());
    let (mut at, mut records, mut last) = (0, 0, 0);
    while at < emf.len() {
        last = le(&emf[at..at + 4]);
        let size = le(&emf[at + 4..at + 8]) as usize;
        assert!(size >= 8 && size.is_multiple_of(4), "record {records} has size {size}");
        at += size;
        records += 1;
    }
    assert_eq!(at, emf.len());
    assert_eq!(le(&emf[52..56]), records);
    assert_eq!(last, 14, "ends with EMR_EOF");
    let title: Vec<u8> = "市債残高".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(emf.windows(title.len()).any(|w| w == title));
}

#[test]
fn a_missing_glyph_is_named_before_anything_is_drawn() {
    let fonts = common::fonts();
    let mut chart = common::keijo();
    chart.notes.push("𠮷野家の数値☐は参考".into());
    let error = draw(&chart, &fonts).unwrap_err();
    assert_eq!(error, preflight(&chart, &fonts).unwrap_err());
    assert_eq!(error, ChartError::MissingGlyphs { chars: vec!['𠮷', '☐'], text: "𠮷野家の数値☐は参考".into() });
}

#[test]
fn bad_charts_are_refused_with_their_own_kind() {
    let fonts = common::fonts();
    let with = |change: fn(&mut Chart)| {
        let mut chart = common::keijo();
        change(&mut chart);
        draw(&chart, &fonts).map(|_| ()).unwrap_err()
    };
    assert_eq!(with(|c| c.series.clear()), ChartError::NoData);
    assert_eq!(with(|c| c.series[0].points.fill(Point::Gap)), ChartError::NoData);
    assert_eq!(
        with(|c| c.series[0].points.truncate(2)),
        ChartError::PointCount { series: "経常収支比率".into(), expected: 6, found: 2 }
    );
    assert_eq!(with(|c| c.series = vec![c.series[0].clone(); 9]), ChartError::TooManySeries { count: 9, limit: 8 });
    assert!(matches!(with(|c| c.left.max = Some(common::dec("1e27"))), ChartError::ValueOutOfRange { .. }));
    assert!(matches!(with(|c| c.width_mm = 9000), ChartError::SizeTooLarge { limit_mm: 420, .. }));
    let ChartError::SizeTooSmall { needed_height_mm, .. } = with(|c| c.height_mm = 30) else {
        panic!("30 mm are too low");
    };
    let mut chart = common::keijo();
    chart.height_mm = needed_height_mm;
    assert!(draw(&chart, &fonts).is_ok(), "the height named is enough");
    assert!(matches!(
        Fonts::new(FontFaces { regular: Vec::from(*b"no font").into(), bold: Vec::new().into() }),
        Err(ChartError::BadFont(_))
    ));
}

#[test]
fn a_chart_survives_json_unchanged() {
    let chart = common::full_combo();
    let json = serde_json::to_string(&chart).unwrap();
    assert_eq!(serde_json::from_str::<Chart>(&json).unwrap(), chart);
}
