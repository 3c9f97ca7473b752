//! Enhanced metafile (MS-EMF), device unit 0.01 mm.

use crate::drawing::Drawing;
use crate::fonts::FAMILY;
use crate::geometry::{Rect, Xy, dashed};
use crate::recording::{Align, Ink, Shape, Words};

// Record types of MS-EMF 2.1.1.
const HEADER: u32 = 1;
const POLYGON: u32 = 3;
const POLYLINE: u32 = 4;
const END_OF_FILE: u32 = 14;
const SET_BACKGROUND_MODE: u32 = 18;
const SET_TEXT_ALIGN: u32 = 22;
const SET_TEXT_COLOUR: u32 = 24;
const SELECT_OBJECT: u32 = 37;
const CREATE_BRUSH: u32 = 39;
const DELETE_OBJECT: u32 = 40;
const ELLIPSE: u32 = 42;
const CREATE_FONT: u32 = 82;
const TEXT: u32 = 84;
const CREATE_PEN: u32 = 95;

// Stock objects of MS-EMF 2.1.31.
const NO_BRUSH: u32 = 0x8000_0005;
const NO_PEN: u32 = 0x8000_0008;
const SYSTEM_FONT: u32 = 0x8000_000d;

/// Geometric solid pen with flat ends; joins are round unless told otherwise.
const PEN_STYLE: u32 = 0x0001_0000 | 0x0200;
/// Japanese character set of a LOGFONT.
const SHIFT_JIS: u8 = 128;
/// Text is anchored on its baseline (TA_BASELINE) at its left end.
const ALIGN_BASELINE: u32 = 24;
/// Size of EMR_EXTCREATEFONTINDIRECTW with a LogFontPanose, in bytes, without type and size.
const FONT_BODY: usize = 4 + 320;
const HEADER_SIZE: usize = 108;

/// Only one pen, brush or font exists at a time; it always has this handle.
const HANDLE: u32 = 1;

struct Writer {
    bytes: Vec<u8>,
    records: u32,
}

fn le(values: &[u32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

fn signed(value: i32) -> u32 {
    u32::from_le_bytes(value.to_le_bytes())
}

fn colour((r, g, b): Ink) -> u32 {
    u32::from_le_bytes([r, g, b, 0])
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

impl Writer {
    fn record(&mut self, kind: u32, mut body: Vec<u8>) {
        body.resize(body.len().next_multiple_of(4), 0);
        self.bytes.extend(kind.to_le_bytes());
        self.bytes.extend((body.len() as u32 + 8).to_le_bytes());
        self.bytes.extend(body);
        self.records += 1;
    }

    fn with(&mut self, kind: u32, body: Vec<u8>, rest: u32, draw: impl FnOnce(&mut Self)) {
        self.record(kind, body);
        self.record(SELECT_OBJECT, le(&[HANDLE]));
        draw(self);
        self.record(SELECT_OBJECT, le(&[rest]));
        self.record(DELETE_OBJECT, le(&[HANDLE]));
    }

    fn with_pen(&mut self, ink: Ink, width: u32, draw: impl FnOnce(&mut Self)) {
        // Offsets and sizes of a bitmap are zero: the pen is plain.
        let body = le(&[HANDLE, 0, 0, 0, 0, PEN_STYLE, width, 0, colour(ink), 0, 0]);
        self.record(SELECT_OBJECT, le(&[NO_BRUSH]));
        self.with(CREATE_PEN, body, NO_PEN, draw);
    }

    fn with_brush(&mut self, ink: Ink, draw: impl FnOnce(&mut Self)) {
        self.record(SELECT_OBJECT, le(&[NO_PEN]));
        self.with(CREATE_BRUSH, le(&[HANDLE, 0, colour(ink), 0]), NO_BRUSH, draw);
    }

    fn points(&mut self, kind: u32, points: &[Xy]) {
        let Some(&first) = points.first() else { return };
        let bounds = points.iter().fold(Rect::new(first, first), |area, &point| area.with(point));
        let mut body = le(&rect(bounds));
        body.extend(le(&[points.len() as u32]));
        body.extend(points.iter().flat_map(|&(x, y)| le(&[signed(x), signed(y)])));
        self.record(kind, body);
    }

    fn path(&mut self, points: &[Xy], width: u32, ink: Ink, dash: &[i32]) {
        self.with_pen(ink, width, |w| {
            for piece in dashed(points, dash) {
                w.points(POLYLINE, &piece);
            }
        });
    }

    fn fill(&mut self, points: &[Xy], ink: Ink) {
        self.with_brush(ink, |w| w.points(POLYGON, points));
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Path { points, width, ink, dash } => self.path(points, *width, *ink, dash),
            Shape::Polygon { points, ink } => self.fill(points, *ink),
            Shape::Filled { area, ink } => self.fill(&corners(*area), *ink),
            Shape::Outlined { area, width, ink, dash } => {
                let mut around = corners(*area);
                around.push(around[0]);
                self.path(&around, *width, *ink, dash);
            }
            Shape::Disc { centre, radius, ink } => {
                let area = Rect::new(*centre, *centre).grown(*radius as i32);
                self.with_brush(*ink, |w| w.record(ELLIPSE, le(&rect(area))));
            }
            Shape::Ring { centre, radius, width, ink } => {
                let area = Rect::new(*centre, *centre).grown(*radius as i32);
                self.with_pen(*ink, *width, |w| w.record(ELLIPSE, le(&rect(area))));
            }
            Shape::Text(words) => self.text(words),
        }
    }

    fn text(&mut self, words: &Words) {
        let Words { text, advances, size, bold, ink, .. } = words;
        let total: i32 = advances.iter().sum();
        let at = match words.align {
            Align::Start => words.at,
            Align::Middle => (words.at.0 - total / 2, words.at.1),
            Align::End => (words.at.0 - total, words.at.1),
        };
        self.record(SET_TEXT_COLOUR, le(&[colour(*ink)]));
        self.with(CREATE_FONT, font(*size, *bold), SYSTEM_FONT, |w| {
            let units = utf16(text);
            // A character beyond the first plane is two units: its way belongs to the first.
            let ways: Vec<u32> = text
                .chars()
                .zip(advances)
                .flat_map(|(c, &way)| std::iter::once(signed(way)).chain(std::iter::repeat_n(0, c.len_utf16() - 1)))
                .collect();
            const FIXED: u32 = 8 + 28 + 40;
            let padded = units.len().next_multiple_of(4) as u32;
            let scale = 1.0f32.to_bits();
            let mut body = le(&[0, 0, 0, 0, 1, scale, scale]);
            body.extend(le(&[signed(at.0), signed(at.1), ways.len() as u32, FIXED, 0, 0, 0, 0, 0, FIXED + padded]));
            body.extend(&units);
            body.resize(body.len().next_multiple_of(4), 0);
            body.extend(le(&ways));
            w.record(TEXT, body);
        });
    }
}

fn rect(area: Rect) -> [u32; 4] {
    [signed(area.x0), signed(area.y0), signed(area.x1), signed(area.y1)]
}

fn corners(area: Rect) -> Vec<Xy> {
    vec![(area.x0, area.y0), (area.x1, area.y0), (area.x1, area.y1), (area.x0, area.y1)]
}

fn font(size: i32, bold: bool) -> Vec<u8> {
    let mut body = le(&[HANDLE, signed(-size), 0, 0, 0, if bold { 700 } else { 400 }]);
    body.extend([0, 0, 0, SHIFT_JIS, 0, 0, 0, 0]);
    let mut face = utf16(FAMILY);
    face.resize(64, 0);
    body.extend(face);
    body.resize(FONT_BODY, 0);
    body
}

pub(crate) fn write(drawing: &Drawing) -> Vec<u8> {
    let mut writer = Writer { bytes: Vec::new(), records: 0 };
    let (width, height) = (drawing.width_mm * 100, drawing.height_mm * 100);
    let description = utf16(&format!("kaikaku\0{}\0\0", drawing.title));
    let mut header = le(&[0, 0, width, height, 0, 0, width, height]);
    header.extend(b" EMF");
    // Version, then bytes, records and handles, which are known at the end.
    header.extend(le(&[0x0001_0000, 0, 0, 0]));
    header.extend(le(&[(description.len() / 2) as u32, HEADER_SIZE as u32, 0]));
    // A device of 320 × 240 mm with 100 dots per millimetre makes one unit 0.01 mm.
    header.extend(le(&[32_000, 24_000, 320, 240]));
    header.extend(le(&[0, 0, 0, 320_000, 240_000]));
    header.extend(description);
    writer.record(HEADER, header);
    writer.record(SET_BACKGROUND_MODE, le(&[1]));
    writer.record(SET_TEXT_ALIGN, le(&[ALIGN_BASELINE]));
    for item in &drawing.items {
        writer.shape(&item.shape);
    }
    writer.record(END_OF_FILE, le(&[0, 16, 20]));

    let (bytes, records) = (writer.bytes.len() as u32, writer.records);
    writer.bytes[48..52].copy_from_slice(&bytes.to_le_bytes());
    writer.bytes[52..56].copy_from_slice(&records.to_le_bytes());
    // Handle 0 is reserved, so two in all.
    writer.bytes[56..58].copy_from_slice(&2u16.to_le_bytes());
    writer.bytes
}
