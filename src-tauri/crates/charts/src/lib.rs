//! Council charts of 改革工房.
//!
//! A [`Chart`] is pure data. [`draw`] lets plotters draw it once into a recorded display list, the
//! [`Drawing`]; SVG, PNG, PDF and EMF are all written from that one drawing. Fonts come in as bytes
//! ([`FontFaces`]); the crate reads no file and no clock, so the same chart gives the same bytes.

mod error;
mod fonts;
mod geometry;
mod model;
mod text;

pub use error::ChartError;
pub use fonts::{FAMILY, FontFaces, Fonts};
pub use geometry::{Rect, Xy};
pub use model::{Axis, Category, Chart, Mark, Point, Series, Side, Target, TargetBound, Theme};
