//! The four faces papers are set in, and what can be known from them: which
//! characters they lack and how wide a character is.

use std::borrow::Cow;
use std::fmt;
use std::thread;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontStretch, FontStyle, FontVariant, FontWeight};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt};

use crate::PaperError;
use crate::measure::{Metrics, Widths};

/// The bytes of the faces, as they stand in the font files.
///
/// Japanese is set in the fixed-width face: typst trims punctuation by half of
/// the glyph's width, which in a proportional face makes 」（ overprint. Letters
/// and digits are set in the proportional one.
#[derive(Clone)]
pub struct FontFaces {
    /// BIZ UDGothic Regular.
    pub gothic_regular: Cow<'static, [u8]>,
    /// BIZ UDGothic Bold.
    pub gothic_bold: Cow<'static, [u8]>,
    /// BIZ UDPGothic Regular.
    pub pgothic_regular: Cow<'static, [u8]>,
    /// BIZ UDPGothic Bold.
    pub pgothic_bold: Cow<'static, [u8]>,
}

/// The faces, read and checked; cheap to share, made once per process.
pub struct Fonts {
    pub(crate) library: LazyHash<Library>,
    pub(crate) book: LazyHash<FontBook>,
    /// Gothic regular and bold, then the proportional regular and bold.
    pub(crate) faces: [Font; 4],
    /// The same as bytes, for what is drawn.
    pub(crate) bytes: FontFaces,
    pub(crate) metrics: Metrics,
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fonts").field("faces", &self.faces).finish_non_exhaustive()
    }
}

impl Fonts {
    /// Reads the faces.
    ///
    /// # Errors
    /// [`PaperError::FontUnreadable`] when bytes are no font,
    /// [`PaperError::FontUnexpected`] when they are another font than the
    /// templates name.
    pub fn new(faces: FontFaces) -> Result<Self, PaperError> {
        const GOTHIC: &str = "BIZ UDGothic";
        const PGOTHIC: &str = "BIZ UDPGothic";
        let regular = FontWeight::REGULAR;
        let bold = FontWeight::BOLD;
        let bytes = faces.clone();
        let wanted = [
            ("gothic_regular", faces.gothic_regular, GOTHIC, regular),
            ("gothic_bold", faces.gothic_bold, GOTHIC, bold),
            ("pgothic_regular", faces.pgothic_regular, PGOTHIC, regular),
            ("pgothic_bold", faces.pgothic_bold, PGOTHIC, bold),
        ];
        // The typesetter knows a face by a digest of its megabytes: each is read on a thread of its own.
        let [gothic, gothic_bold, pgothic, pgothic_bold] = thread::scope(|scope| {
            let reading = wanted
                .map(|(face, bytes, family, weight)| (face, scope.spawn(move || read(face, bytes, family, weight))));
            reading.map(|(face, thread)| thread.join().unwrap_or(Err(PaperError::FontUnreadable { face })))
        });
        let read = [gothic?, gothic_bold?, pgothic?, pgothic_bold?];
        let faces = read.each_ref().map(|(font, _)| font.clone());
        // Row headings and summaries of tables are still behind this feature.
        let features: Features = [Feature::A11yExtras].into_iter().collect();
        Ok(Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(&faces)),
            metrics: Metrics::new(read.map(|(_, widths)| widths)),
            faces,
            bytes,
        })
    }

    /// The characters of a text that cannot be printed, each once, in order of
    /// appearance. Line feeds and tabs are no characters in this sense; other
    /// control characters are, since no font has them.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing = Vec::new();
        for c in text.chars() {
            if !self.metrics.has(c) && !missing.contains(&c) {
                missing.push(c);
            }
        }
        missing
    }
}

fn read(
    face: &'static str,
    bytes: Cow<'static, [u8]>,
    family: &str,
    weight: FontWeight,
) -> Result<(Font, Widths), PaperError> {
    let font = Font::new(Bytes::new(bytes), 0).ok_or(PaperError::FontUnreadable { face })?;
    let variant = FontVariant::new(FontStyle::Normal, weight, FontStretch::NORMAL);
    let info = font.info();
    if info.family != family || info.variant != variant {
        return Err(PaperError::FontUnexpected {
            face,
            found: format!("{} {}", info.family, info.variant.weight.to_number()),
        });
    }
    let widths = Widths::new(&font);
    Ok((font, widths))
}
