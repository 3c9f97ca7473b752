//! What can go wrong when a paper is written.

/// Why a paper could not be written; a kind and its parameters, the sentence
/// stands in the locale files.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// The bytes given for a face are not a font that can be read.
    #[error("font face {face} cannot be read")]
    FontUnreadable {
        /// `gothic_regular`, `gothic_bold`, `pgothic_regular` or `pgothic_bold`.
        face: &'static str,
    },
    /// The bytes given for a face are a font of another family or weight.
    #[error("font face {face} holds {found}")]
    FontUnexpected {
        /// `gothic_regular`, `gothic_bold`, `pgothic_regular` or `pgothic_bold`.
        face: &'static str,
        /// Family that was found.
        found: String,
    },
    /// Characters without a glyph in the fonts; found before anything is
    /// written, because PDF/UA and PDF/A refuse them and other formats would
    /// print an empty box.
    #[error("no glyph for {chars:?} in {text:?}")]
    MissingGlyphs {
        /// The characters, each once, in order of appearance.
        chars: Vec<char>,
        /// The text that holds the first of them, as written.
        text: String,
    },
    /// A table whose cells do not fit together.
    #[error("table {table}, row {row}: {fault:?}")]
    Table {
        /// Which table of the paper, counted from 1.
        table: usize,
        /// Which row, head and body counted apart from 1; 0 for the columns.
        row: usize,
        /// What is wrong.
        fault: TableFault,
    },
    /// A figure that is not a readable SVG drawing or has no size.
    #[error("figure {figure} cannot be read: {reason}")]
    Figure {
        /// Which figure of the paper, counted from 1.
        figure: usize,
        /// What the reader of SVG said.
        reason: String,
    },
    /// The typesetter refused the paper.
    #[error("typesetting failed: {reasons:?}")]
    Typesetting {
        /// What it said.
        reasons: Vec<String>,
    },
    /// The workbook could not be written.
    #[error("writing the workbook failed: {reason}")]
    Workbook {
        /// What its writer said.
        reason: String,
    },
}

/// What is wrong with a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// No column, or columns too wide for the page.
    Columns,
    /// A cell has no room in its row.
    NoRoom,
    /// A cell reaches below the rows that belong together.
    SpanTooLong,
    /// A span of 0.
    SpanZero,
}
