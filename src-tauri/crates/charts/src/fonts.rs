//! The bundled fonts: advance widths, glyph preflight, and the font list for usvg.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use usvg::fontdb;

use crate::error::ChartError;

/// Name of the font family every chart is set in.
pub const FAMILY: &str = "BIZ UDPGothic";

/// Height of the em box above the baseline, as a share of the size (BIZ UD fonts).
pub(crate) const ASCENT: f64 = 0.88;

/// The bytes of the two faces, passed in by the shell or the CLI.
#[derive(Clone)]
pub struct FontFaces {
    /// BIZ UDPGothic Regular, a TrueType file.
    pub regular: Cow<'static, [u8]>,
    /// BIZ UDPGothic Bold, a TrueType file.
    pub bold: Cow<'static, [u8]>,
}

struct Metrics {
    /// Advance of each character in em.
    advances: HashMap<char, f64>,
    /// Reach of a character above and below the baseline in em, for those that values are written with.
    reaches: HashMap<char, (f64, f64)>,
}

/// Reach of letters above and below the baseline in em, where it is not measured: that of kanji.
const KANJI_REACH: (f64, f64) = (0.84, 0.10);
/// The characters of values, besides ASCII, whose reach is measured, so that numbers can stand close.
const VALUE_SIGNS: &str = "▲△−％";

/// The parsed fonts: metrics for layout and preflight, and the list usvg shapes text with.
#[derive(Clone)]
pub struct Fonts {
    regular: Arc<Metrics>,
    bold: Arc<Metrics>,
    database: Arc<fontdb::Database>,
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fonts").field("glyphs", &self.regular.advances.len()).finish_non_exhaustive()
    }
}

impl Metrics {
    fn read(bytes: &[u8]) -> Result<Self, ChartError> {
        let face = ttf_parser::Face::parse(bytes, 0).map_err(|error| ChartError::BadFont(error.to_string()))?;
        let family = face
            .names()
            .into_iter()
            .filter(|name| name.name_id == ttf_parser::name_id::FAMILY)
            .filter_map(|name| name.to_string())
            .any(|name| name == FAMILY);
        if !family {
            return Err(ChartError::BadFont(format!("not {FAMILY}")));
        }
        let units = f64::from(face.units_per_em());
        let mut advances = HashMap::with_capacity(12_000);
        let tables = face.tables();
        let subtables = tables.cmap.into_iter().flat_map(|cmap| cmap.subtables);
        for subtable in subtables.filter(|subtable| subtable.is_unicode()) {
            subtable.codepoints(|code| {
                let Some(character) = char::from_u32(code) else {
                    return;
                };
                if let Some(advance) = face.glyph_index(character).and_then(|glyph| face.glyph_hor_advance(glyph)) {
                    advances.insert(character, f64::from(advance) / units);
                }
            });
        }
        if advances.is_empty() {
            return Err(ChartError::BadFont("no characters".into()));
        }
        let mut reaches = HashMap::new();
        for c in (' '..='~').chain(VALUE_SIGNS.chars()) {
            let Some(glyph) = face.glyph_index(c) else {
                continue;
            };
            let reach = face
                .glyph_bounding_box(glyph)
                .map_or((0.0, 0.0), |b| (f64::from(b.y_max) / units, -f64::from(b.y_min) / units));
            reaches.insert(c, reach);
        }
        Ok(Self { advances, reaches })
    }

    fn reach(&self, text: &str) -> (f64, f64) {
        let reaches = text.chars().map(|c| self.reaches.get(&c).copied().unwrap_or(KANJI_REACH));
        reaches.fold((0.3, 0.0), |known, reach| (known.0.max(reach.0), known.1.max(reach.1)))
    }

    fn width(&self, text: &str) -> f64 {
        text.chars().map(|c| self.advance(c)).sum()
    }

    fn advance(&self, c: char) -> f64 {
        self.advances.get(&c).copied().unwrap_or(1.0)
    }
}

impl Fonts {
    /// Parses both faces once.
    ///
    /// # Errors
    /// [`ChartError::BadFont`] when the bytes are no TrueType font of the family [`FAMILY`].
    pub fn new(faces: FontFaces) -> Result<Self, ChartError> {
        let regular = Arc::new(Metrics::read(&faces.regular)?);
        let bold = Arc::new(Metrics::read(&faces.bold)?);
        let mut database = fontdb::Database::new();
        for bytes in [faces.regular, faces.bold] {
            database.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
        }
        Ok(Self { regular, bold, database: Arc::new(database) })
    }

    /// The characters of `text` that one of the two faces does not have, each once, in order.
    /// A line break is no character.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing = Vec::new();
        for c in text.chars().filter(|&c| c != '\n') {
            let known = self.regular.advances.contains_key(&c) && self.bold.advances.contains_key(&c);
            if !known && !missing.contains(&c) {
                missing.push(c);
            }
        }
        missing
    }

    /// Width of one line of text in em: the sum of the advances (hmtx).
    pub(crate) fn width(&self, text: &str, bold: bool) -> f64 {
        if bold { self.bold.width(text) } else { self.regular.width(text) }
    }

    /// Reach of the letters of one line above and below its baseline in em.
    pub(crate) fn reach(&self, text: &str, bold: bool) -> (f64, f64) {
        if bold { self.bold.reach(text) } else { self.regular.reach(text) }
    }

    /// Ways from each character to the next for a size, rounded so that no error adds up.
    pub(crate) fn advances(&self, text: &str, bold: bool, size: f64) -> Vec<i32> {
        let face = if bold { &self.bold } else { &self.regular };
        let mut sum = 0.0;
        text.chars()
            .map(|c| {
                let before = (sum * size).round() as i32;
                sum += face.advance(c);
                (sum * size).round() as i32 - before
            })
            .collect()
    }

    /// Options with which usvg finds these two faces and no other font.
    pub(crate) fn usvg_options(&self) -> usvg::Options<'static> {
        usvg::Options { font_family: FAMILY.into(), fontdb: Arc::clone(&self.database), ..usvg::Options::default() }
    }
}
