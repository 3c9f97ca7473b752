//! Looks of cells.

use rust_xlsxwriter::{Color, FontScheme, Format, FormatAlign, FormatBorder};

use crate::model::Align;

/// The face worksheets are set in; Windows has it, and its widths are known.
const FACE: &str = "BIZ UDゴシック";

pub(super) const HEAD_FILL: u32 = 0xE2_E2_E2;

/// Fills of sections by level, from 1.
pub(super) const SECTION_FILLS: [u32; 4] = [0xCE_CE_CE, 0xF0_F0_F0, 0xF7_F7_F7, 0xFC_FC_FC];

/// How a cell looks.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub size_pt: f32,
    pub bold: bool,
    pub align: Align,
    pub middle: bool,
    pub fill: Option<u32>,
    pub borders: Borders,
}

/// Lines around a cell of a table.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Borders {
    None,
    /// Around; a side towards another lane of the same item is finer.
    Lane {
        above: bool,
        below: bool,
    },
}

impl Look {
    /// Running text.
    pub(super) fn text(size_pt: f32) -> Self {
        Self { size_pt, bold: false, align: Align::Start, middle: false, fill: None, borders: Borders::None }
    }

    pub(super) fn format(&self) -> Format {
        let horizontal = match self.align {
            Align::Start => FormatAlign::Left,
            Align::Center => FormatAlign::Center,
            Align::End => FormatAlign::Right,
        };
        let vertical = if self.middle { FormatAlign::VerticalCenter } else { FormatAlign::Top };
        let mut format = Format::new()
            .set_font_name(FACE)
            .set_font_size(f64::from(self.size_pt))
            // 128: Japanese; 3: modern, the family of faces of one width.
            .set_font_charset(128)
            .set_font_family(3)
            .set_align(horizontal)
            .set_align(vertical)
            .set_text_wrap();
        if self.bold {
            format = format.set_bold();
        }
        if let Some(fill) = self.fill {
            format = format.set_background_color(Color::RGB(fill));
        }
        if let Borders::Lane { above, below } = self.borders {
            let side = |lane| if lane { FormatBorder::Hair } else { FormatBorder::Thin };
            format = format.set_border(FormatBorder::Thin).set_border_top(side(above)).set_border_bottom(side(below));
        }
        format
    }
}

/// The format of cells nothing is written in. Nine points make a digit of the
/// face exactly 6 px wide, so every program counts the same widths.
pub(super) fn default() -> Format {
    Format::new()
        .set_font_name(FACE)
        .set_font_size(9)
        .set_font_charset(128)
        .set_font_family(3)
        .set_font_scheme(FontScheme::None)
}

/// Whether Excel would read a text as a formula once it is edited.
pub(super) fn like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}
