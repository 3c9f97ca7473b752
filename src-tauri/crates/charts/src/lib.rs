//! Council charts of 改革工房.
//!
//! A [`Chart`] is pure data. [`draw`] lets plotters draw it once into a recorded display list, the
//! [`Drawing`]; SVG, PNG, PDF and EMF are all written from that one drawing. Fonts come in as bytes
//! ([`FontFaces`]); the crate reads no file and no clock, so the same chart gives the same bytes.

mod axes;
mod board;
mod compose;
mod drawing;
mod error;
mod figures;
mod fonts;
mod formats;
mod geometry;
mod goals;
mod labels;
mod layout;
mod marks;
mod model;
mod painting;
mod placing;
mod recording;
mod scale;
mod text;
mod theme;

pub use compose::draw;
pub use drawing::Drawing;
pub use error::ChartError;
pub use figures::preflight;
pub use fonts::{FAMILY, FontFaces, Fonts};
pub use geometry::{Rect, Xy};
pub use marks::{LineKind, Placed, TextKind};
pub use model::{Axis, Category, Chart, Mark, Point, Series, Side, Target, TargetBound, Theme};
