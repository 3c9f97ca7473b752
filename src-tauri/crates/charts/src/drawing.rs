//! The finished drawing and its file formats.

use crate::error::ChartError;
use crate::fonts::Fonts;
use crate::formats::{emf, pdf, png, svg};
use crate::marks::{Placed, placed};
use crate::model::Chart;
use crate::recording::Item;

/// Language of the texts, for screen readers.
pub(crate) const LANGUAGE: &str = "ja";

/// A chart drawn once; every format is written from this one display list.
#[derive(Clone, Debug)]
pub struct Drawing {
    pub(crate) width_mm: u32,
    pub(crate) height_mm: u32,
    pub(crate) title: String,
    pub(crate) alt: String,
    pub(crate) items: Vec<Item>,
}

impl Drawing {
    pub(crate) fn new(chart: &Chart, items: Vec<Item>) -> Self {
        Self {
            width_mm: chart.width_mm,
            height_mm: chart.height_mm,
            title: crate::text::one_line(&chart.title),
            alt: chart.alt.clone(),
            items,
        }
    }

    /// Width in millimetres.
    pub fn width_mm(&self) -> u32 {
        self.width_mm
    }

    /// Height in millimetres.
    pub fn height_mm(&self) -> u32 {
        self.height_mm
    }

    /// What was drawn where: texts, lines, markers and bars in 1/100 mm.
    pub fn marks(&self) -> Vec<Placed> {
        placed(&self.items)
    }

    /// SVG with text as text: it can be edited, but needs the font on the reader's machine.
    /// Size in mm, viewBox in 1/100 mm, `lang`, `title` and `desc` for screen readers.
    pub fn svg(&self) -> String {
        svg::write(self)
    }

    /// SVG with text as outlines: looks the same everywhere, also inside `<img>`.
    ///
    /// # Errors
    /// [`ChartError::Render`] when the outlines cannot be made.
    pub fn svg_outlined(&self, fonts: &Fonts) -> Result<String, ChartError> {
        svg::write_outlined(self, fonts)
    }

    /// PNG on white paper with its resolution written into it (`pHYs`).
    ///
    /// # Errors
    /// [`ChartError::DpiOutOfRange`] outside 36–1200 dpi, [`ChartError::Render`] when drawing fails.
    pub fn png(&self, fonts: &Fonts, dpi: u32) -> Result<Vec<u8>, ChartError> {
        png::write(self, fonts, dpi)
    }

    /// A one-page PDF of the size of the chart: vectors, text as text with an embedded font subset, tagged
    /// as one figure with the alternative text.
    ///
    /// # Errors
    /// [`ChartError::Render`] when writing fails.
    pub fn pdf(&self, fonts: &Fonts) -> Result<Vec<u8>, ChartError> {
        pdf::write(self, fonts)
    }

    /// Enhanced metafile for Word of older Office, in 0.01 mm device units. Its text is set in
    /// [`crate::FAMILY`], which must be on the reader's machine.
    pub fn emf(&self) -> Vec<u8> {
        emf::write(self)
    }
}
