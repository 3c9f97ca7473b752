//! What can go wrong: a kind and parameters, never a sentence for the user.

use thiserror::Error;

/// Why a chart could not be drawn or written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ChartError {
    /// Characters that the bundled fonts do not have; found before anything is drawn.
    #[error("missing glyphs {chars:?} in {text:?}")]
    MissingGlyphs {
        /// The characters, each once, in order of appearance.
        chars: Vec<char>,
        /// The first text in which one of them stands.
        text: String,
    },
    /// No category, no series or no value at all.
    #[error("nothing to draw")]
    NoData,
    /// A series does not have one point per category.
    #[error("series {series:?} has {found} points for {expected} categories")]
    PointCount {
        /// Name of the series.
        series: String,
        /// Number of categories.
        expected: usize,
        /// Number of points.
        found: usize,
    },
    /// More series than can be told apart.
    #[error("{count} series, at most {limit}")]
    TooManySeries {
        /// Number of series.
        count: usize,
        /// Largest number.
        limit: usize,
    },
    /// A value, bound or axis end is too large in amount to be drawn.
    #[error("value {value} is out of range")]
    ValueOutOfRange {
        /// The value as written.
        value: String,
    },
    /// The picture is too small for its texts; in millimetres.
    #[error("{width_mm} x {height_mm} mm is too small, needs {needed_width_mm} x {needed_height_mm} mm")]
    SizeTooSmall {
        /// Width asked for.
        width_mm: u32,
        /// Height asked for.
        height_mm: u32,
        /// Smallest width that would do at this height.
        needed_width_mm: u32,
        /// Smallest height that would do at this width.
        needed_height_mm: u32,
    },
    /// The picture is larger than a sheet; in millimetres.
    #[error("{width_mm} x {height_mm} mm is too large, limit {limit_mm} mm")]
    SizeTooLarge {
        /// Width asked for.
        width_mm: u32,
        /// Height asked for.
        height_mm: u32,
        /// Largest side.
        limit_mm: u32,
    },
    /// A resolution that makes no sense for a picture.
    #[error("{dpi} dpi is outside {min} to {max}")]
    DpiOutOfRange {
        /// Resolution asked for.
        dpi: u32,
        /// Smallest resolution.
        min: u32,
        /// Largest resolution.
        max: u32,
    },
    /// The font bytes passed in are not a usable font.
    #[error("font cannot be read: {0}")]
    BadFont(String),
    /// A format writer failed; the detail is for the log.
    #[error("rendering failed: {0}")]
    Render(String),
}
