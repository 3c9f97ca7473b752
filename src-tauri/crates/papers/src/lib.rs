//! Papers (会議資料): one model of a paper and its writers.
//!
//! A [`Paper`] is composed once, by a use-case, from the programme. [`pdf`] and
//! [`xlsx`] are two writers of the same paper, [`pages_svg`] shows the very
//! pages of the PDF on the screen. A number or a word is therefore the same in
//! every file, and no writer knows anything about a reform programme.
//!
//! Nothing here reads a clock, a path or a font of the system: the bytes of the
//! fonts and the time of making are passed in, and the same input gives the
//! same bytes.

#[cfg(test)]
extern crate self as papers;

mod digest;
mod error;
mod fonts;
mod grid;
mod measure;
mod model;
mod pdf;
mod plan;
mod preflight;
mod xlsx;

#[cfg(test)]
#[path = "../tests/common/mod.rs"]
mod common;

pub use digest::{comparable, digest};
pub use error::{PaperError, TableFault};
pub use fonts::{FontFaces, Fonts};
pub use model::{
    Align, Block, Cell, Column, Content, Draw, Drawing, Line, Masthead, Paper, Row, Sheet, SheetSize, Table, Tone,
    Vertical, Width, Words,
};
pub use pdf::{Layout, forget, pages_svg, pdf};
pub use preflight::preflight;
pub use xlsx::xlsx;
